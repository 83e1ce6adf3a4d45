using System.Collections.Immutable;
using RepairBot.Core.Reading;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

/// <summary>Every reviewed entry proves itself on one text it must catch and one it must leave alone.</summary>
public sealed class RiskRulesTests
{
    private static readonly string[] Languages = ["en", "es", "de"];

    private static readonly Dictionary<string, RiskRules> Rules = Languages.ToDictionary(language => language, language => new RiskRules(language));

    private static readonly Dictionary<string, Lexicon> Lexicons =
        Languages.ToDictionary(language => language, language => LexiconLoader.Load(language, "Screening"));

    public static TheoryData<string, string> EveryRule => Named(RiskRules.IsRisk);

    public static TheoryData<string, string> EveryOtherRule => Named(rule => !RiskRules.IsRisk(rule));

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void A_rule_finds_its_own_example(string language, string id)
    {
        var rule = RuleOf(language, id);

        Assert.Contains(Rules[language].Read(rule.Catch), finding => finding.Rule == id);
    }

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Nothing_at_all_is_found_in_the_text_a_rule_must_leave_alone(string language, string id) =>
        Assert.Empty(Rules[language].Read(RuleOf(language, id).Leave));

    [Theory]
    [MemberData(nameof(EveryOtherRule))]
    public void A_rule_that_silences_meets_its_example_and_leaves_the_other_alone(string language, string id)
    {
        var rule = RuleOf(language, id);

        Assert.Contains(Matches(language, rule.Catch), match => match.Rule.Id == id);
        Assert.DoesNotContain(Matches(language, rule.Leave), match => match.Rule.Id == id);
    }

    [Theory]
    [InlineData("kind: violence\n    tag: to_user")]
    [InlineData("kind: violence_to_user\n    tag: sideways")]
    [InlineData("kind: violence_to_user\n    tag: to_user soft")]
    [InlineData("kind: violence_to_user")]
    public void A_kind_or_tag_nobody_knows_is_refused(string kind)
    {
        var yaml = $"rules:\n  - id: r\n    {kind}\n    match: ['a']\n    catch: a\n    leave: b\n";
        var lexicon = LexiconLoader.Load("en", [.. LexiconLoader.Shared("en"), ("test.yaml", yaml)]);

        Assert.Throws<FormatException>(() => new RiskRules(lexicon));
    }

    private static TheoryData<string, string> Named(Func<Rule, bool> wanted)
    {
        var named = new TheoryData<string, string>();
        foreach (var language in Languages)
        {
            foreach (var rule in Lexicons[language].Rules.Where(wanted))
            {
                named.Add(language, rule.Id);
            }
        }

        return named;
    }

    private static Rule RuleOf(string language, string id) => Lexicons[language].Rules.Single(rule => rule.Id == id);

    private static ImmutableArray<RuleMatch> Matches(string language, string text) => Lexicons[language].Match(Lexicons[language].Read(text));
}
