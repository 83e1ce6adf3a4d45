using RepairBot.Core.Coaching;
using RepairBot.Core.Reading;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>Every rule catches its one text and leaves its other; every class holds a word of its one text and none of its other.</summary>
public sealed class LexiconEntryTests
{
    private static readonly string[] Languages = ["en", "es", "de"];

    public static IEnumerable<object[]> Rules() => Languages.SelectMany(l => CoachingLexicons.For(l).Rules.Select(r => new object[] { l, r.Id }));

    public static IEnumerable<object[]> Classes() => Languages.SelectMany(l => Proven(l).Select(c => new object[] { l, c.Name }));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_catches_its_text_and_leaves_the_other(string language, string id)
    {
        var lexicon = CoachingLexicons.For(language);
        var rule = lexicon.Rules.Single(r => r.Id == id);
        Assert.Contains(lexicon.Match(lexicon.Read(rule.Catch)), m => m.Rule == rule);
        Assert.DoesNotContain(lexicon.Match(lexicon.Read(rule.Leave)), m => m.Rule.Kind == rule.Kind);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_class_is_in_one_text_and_not_in_the_other(string language, string name)
    {
        var lexicon = CoachingLexicons.For(language);
        var (_, entry) = Proven(language).Single(c => c.Name == name);
        Assert.Contains(lexicon.Read(entry.Catch!).Tokens, t => t.Is(lexicon.Class(name)));
        Assert.DoesNotContain(lexicon.Read(entry.Leave!).Tokens, t => t.Is(lexicon.Class(name)));
    }

    private static IEnumerable<(string Name, ClassEntry Entry)> Proven(string language)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        return LexiconLoader.Files(language, "Coaching").SelectMany(f => yaml.Deserialize<LexiconDocument>(f.Yaml).Classes)
            .Select(c => (c.Key, c.Value)).Where(c => c.Value.Catch is not null).DistinctBy(c => c.Key);
    }
}
