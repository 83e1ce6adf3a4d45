using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RepairBot.Core.Coaching;
using RepairBot.Core.Coaching.Weights;
using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Tests.Screening;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>The second reader of drafts and lines: how it decides, what it quotes, and that its tables fit the lines they were made of.</summary>
public sealed class LabelWeigherTests
{
    private const string Table =
        "[classes]\tcriticism\tcontempt\tdefensiveness\tstonewalling\tcriticism part\tcontempt part\tdefensiveness part\tstonewalling part\n"
        + "[threshold]\t0.5\t0.5\t0.5\t0.5\t\t\t\t\n[bias]\t-2\t-2\t-2\t-2\t-2\t-2\t-2\t-2\n"
        + "muddy\t12\t\t\t\t12\t\t\t\nboots\t12\t\t\t\t12\t\t\t\n[rule contempt]\t\t-9\t\t\t\t-9\t\t\n";

    private static readonly LabelWeigher Weigher = new(WeightTable.Read(new StringReader(Table)));

    public static TheoryData<string, string> Tables => new() { { "components", "ownership" }, { "faults", "ownership" }, { "horsemen", "horsemen" } };

    [Fact]
    public void Signs_that_stand_together_are_found_where_each_alone_is_not_and_their_sentence_is_quoted()
    {
        const string text = "It rained all day. Your muddy boots were everywhere. I went to bed.";
        var finding = Assert.Single(Decide(text));

        Assert.Equal(Horseman.Criticism, finding.Kind);
        Assert.Equal(LabelWeigher.Rule, finding.Rule);
        Assert.Equal("Your muddy boots were everywhere", finding.Span.In(text));
        Assert.Empty(Decide("It rained all day. Your muddy coat was everywhere. I went to bed."));
    }

    [Fact]
    public void What_a_rule_found_stands_unless_the_words_speak_clearly_against_it()
    {
        const string text = "Nice job, Einstein.";
        var findings = HorsemenReader.Find(text, "en");
        var ruled = HorsemenReader.Ruled(findings);

        Assert.Equal(Horseman.Contempt, Assert.Single(ruled).Kind);
        Assert.Empty(Weigher.Decide(findings.Text, new CoachingTraits(findings), ruled));
        var mild = new LabelWeigher(WeightTable.Read(new StringReader(Table.Replace("-9", "14", StringComparison.Ordinal))));
        Assert.Equal(ruled.AsEnumerable(), mild.Decide(findings.Text, new CoachingTraits(findings), ruled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("One sentence. Another one! A third?")]
    [InlineData("i said i would call and then i did not call and you waited and you got cold and i was late and the shop was shut and we had no food and you cried and i shouted")]
    public void Every_word_lies_in_one_part(string text)
    {
        var read = HorsemenReader.Find(text, "en").Text;
        var covered = Parts.Of(read).SelectMany(part => Enumerable.Range(part.First, part.End - part.First)).ToList();

        Assert.Equal(Enumerable.Range(0, read.Tokens.Length), covered);
        Assert.All(Parts.Of(read), part => Assert.InRange(part.End - part.First, 1, 30));
    }

    [Fact]
    public void A_word_is_no_sign() =>
        Assert.DoesNotContain(
            new CoachingTraits(HorsemenReader.Find("[rule contempt] [words 60+] [bias]", "en")).Names,
            trait => trait is "[rule contempt]" or "[words 60+]" or "[bias]");

    /// <summary>When this fails, lines were changed and <c>scripts/train</c> was not run.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void The_weights_are_made_of_the_labelled_lines(string name, string folder)
    {
        using var lines = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "training", folder, "en"), "*.jsonl")
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "RepairBot.Core.Tests", "Coaching", "Fresh"), $"{folder}_2026-11-22*.jsonl"));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            lines.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        var weights = File.ReadLines(Path.Combine(Repository.Root, "src", "RepairBot.Core", "Coaching", "Weights", $"{name}-en.weights"));
        string[] labels = [.. name switch { "components" => Names<Component>.All, "faults" => Names<Fault>.All, _ => Names<Horseman>.All }];

        Assert.Contains($"# lines {Convert.ToHexStringLower(lines.GetHashAndReset())}", weights.Take(3));
        Assert.Equal([.. labels, .. labels.Select(label => label + PartScores.Part)], WeightTable.Of("Coaching", $"{name}-en")?.Classes.AsEnumerable() ?? []);
    }

    private static ImmutableArray<Finding<Horseman>> Decide(string text)
    {
        var findings = HorsemenReader.Find(text, "en");
        return Weigher.Decide(findings.Text, new CoachingTraits(findings), HorsemenReader.Ruled(findings));
    }
}
