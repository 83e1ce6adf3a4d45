using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Screening;
using RepairBot.Core.Screening.Weights;

namespace RepairBot.Core.Tests.Screening;

/// <summary>The second reader of the screen: its table, its pieces, and that both fit the lines they were made of.</summary>
public sealed class RiskWeigherTests
{
    private const string Head =
        "# a comment\n[classes]\tAny\tSelfHarmBySelf\tSelfHarmByOther\tViolenceByUser\tViolenceToUser\tControlByUser\tControlToUser\tChild\n";

    private const string Table =
        Head + "[threshold]\t0.5\t\t\t\t\t\t\t\n[bias]\t-1\t-1\t-1\t-1\t-1\t-1\t-1\t-1\nlock\t8\t\t\t\t\t\t8\t\nme in\t8\t\t\t\t7.9\t\t8\t\n";

    private static readonly RiskRules Rules = new("en");

    private static readonly string[] PlainBefore =
    [
        "",
        "We had a lovely Saturday cooking pasta with my mum and laughing about the dog and the new curtains and the neighbours' garden party, and ",
        "So sorry about the washing up and the birthday card and being late for the film on Tuesday when you had booked the seats, but ",
    ];

    private static readonly string[] PlainAfter =
        ["", " and then we talked about the bins and the shopping list and the holiday in Spain with the cousins and the football"];

    public static TheoryData<string> Languages => [.. Directory.GetDirectories(Training).Select(folder => Path.GetFileName(folder))];

    private static string Fresh => Path.Combine(Repository.Root, "tests", "RepairBot.Core.Tests", "Screening", "Fresh");

    private static string Training => Path.Combine(Repository.Root, "training", "screening");

    [Fact]
    public void Signs_that_stand_together_are_a_risk_where_each_alone_is_none()
    {
        var weigher = new RiskWeigher(WeightTable.Read(new StringReader(Table)));

        Assert.Empty(weigher.Read(Rules.Words("they lock the shop at noon today I think"), []));
        Assert.Contains(
            weigher.Read(Rules.Words("they lock me in"), []),
            finding => finding is { Risk: Risk.CoerciveControl, Direction: RiskDirection.ToUser, Rule: RiskWeigher.Rule });
    }

    [Fact]
    public void A_kind_nearly_as_likely_as_the_first_is_said_too()
    {
        var weigher = new RiskWeigher(WeightTable.Read(new StringReader(Table.Replace("lock\t8\t\t\t\t\t", "lock\t8\t\t\t\t8\t", StringComparison.Ordinal))));

        Assert.Equal(
            [Risk.ViolenceToUser, Risk.CoerciveControl],
            weigher.Read(Rules.Words("lock me in"), []).Select(finding => finding.Risk).Order());
    }

    // The threshold is 0.5; a sentence of words the table doesn't know scores one and a half times the bias.
    [Theory]
    [InlineData(1.6, false, true)]
    [InlineData(1.7, false, false)]
    [InlineData(-0.1, true, true)]
    [InlineData(0.1, true, false)]
    public void A_rule_counts_by_itself_only_where_its_sentence_clearly_bears_it_out(double bias, bool firm, bool doubted)
    {
        var table = Table.Replace("[bias]\t-1\t-1", string.Create(CultureInfo.InvariantCulture, $"[bias]\t{bias}\t{bias}"), StringComparison.Ordinal);
        var weigher = new RiskWeigher(WeightTable.Read(new StringReader(table)));
        var text = Rules.Words("the boss fight nearly killed me");
        var finding = new RiskFinding(Risk.ViolenceToUser, RiskDirection.ToUser, text.Span(3, 6), "some-rule", firm);

        Assert.Equal(doubted, weigher.Doubts(text, finding, [finding]));
        Assert.False(weigher.Doubts(text, finding, [.. Enumerable.Repeat(finding, 21)]));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void In_a_long_sentence_the_words_next_to_a_find_have_their_own_say(int plainWords, bool doubted)
    {
        var weigher = new RiskWeigher(WeightTable.Read(new StringReader(Table + "plain\t-50\t\t\t\t\t\t\t\n")));
        var text = Rules.Words($"they lock me in{string.Concat(Enumerable.Repeat(" curtains", plainWords - 1))} plain");
        var finding = new RiskFinding(Risk.CoerciveControl, RiskDirection.ToUser, text.Span(0, 4), "some-rule");

        Assert.Equal(doubted, weigher.Doubts(text, finding, [finding]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(61)]
    [InlineData(400)]
    public void Every_word_lies_in_a_piece(int words)
    {
        var text = Rules.Words(string.Join(' ', Enumerable.Range(0, words).Select(n => n % 11 == 10 ? "home." : "dog")));

        var covered = RiskWeigher.Pieces(text).SelectMany(piece => Enumerable.Range(piece.First, piece.End - piece.First)).ToHashSet();

        Assert.Equal(text.Tokens.Length, covered.Count);
        Assert.All(RiskWeigher.Pieces(text), piece => Assert.InRange(piece.End - piece.First, 1, 60));
    }

    [Fact]
    public void A_risky_sentence_is_not_lost_in_a_long_text()
    {
        var screen = new Screen();
        var calm = string.Concat(Enumerable.Repeat("We had dinner at my mother's and talked about the garden. ", 30));

        Assert.IsType<ScreeningResult.Clear>(screen.Read(calm, "en"));
        Assert.IsType<ScreeningResult.Hit>(screen.Read($"{calm}He keeps my passport in his safe and counts my money, so I can't go anywhere. {calm}", "en"));
    }

    /// <summary>Plain words before and after it, all in one breath, drown nothing that a rule sees by itself.</summary>
    [Theory]
    [InlineData("I want to kill myself")]
    [InlineData("I want to die")]
    [InlineData("I cut my arms again")]
    [InlineData("I took a whole bottle of pills")]
    [InlineData("he hit me")]
    [InlineData("I hit her")]
    [InlineData("I choked her")]
    [InlineData("he put a gun to my head")]
    [InlineData("I'm scared he will kill me")]
    [InlineData("he beats our son")]
    public void Plain_words_around_it_in_one_sentence_do_not_drown_a_risk(string risk)
    {
        var screen = new Screen();
        foreach (var (before, after) in from before in PlainBefore from after in PlainAfter select (before, after))
        {
            Assert.True(screen.Read($"{before}{risk}{after}", "en") is ScreeningResult.Hit, $"{before.Length} signs before, {after.Length} after.");
        }
    }

    [Theory]
    [InlineData("[classes]\tOne\n[threshold]\t0.5\nlock\t1\n")]
    [InlineData("[classes]\tOne\n[bias]\t1\nlock\t1\n")]
    [InlineData("[threshold]\t\n[bias]\t1\n[classes]\tOne\n")]
    [InlineData("[classes]\tOne\tTwo\n[threshold]\t\t\n[bias]\t1\n")]
    [InlineData("[classes]\tOne\n[threshold]\t\n[bias]\tx\n")]
    public void A_malformed_table_is_refused(string table) =>
        Assert.Throws<FormatException>(() => WeightTable.Read(new StringReader(table)));

    [Fact]
    public void A_word_is_no_heading_and_no_sign()
    {
        var text = Rules.Words("threshold bias classes rule [bias] [rule]");

        Assert.DoesNotContain(WordTraits.Of(text, 0, text.Tokens.Length), trait => trait[0] is '[' or '#');
    }

    /// <summary>When this fails, lines were changed and <c>scripts/train</c> was not run.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_weights_are_made_of_the_labelled_lines(string language)
    {
        using var lines = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.GetFiles(Path.Combine(Training, language), "*.jsonl")
            .Concat("abcde".SelectMany(set => Directory.GetFiles(Fresh, $"2026-11-2?-{set}-{language}.jsonl")));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            lines.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        var weights = File.ReadLines(Path.Combine(Repository.Root, "src", "RepairBot.Core", "Screening", "Weights", $"{language}.weights"));

        Assert.Contains($"# lines {Convert.ToHexStringLower(lines.GetHashAndReset())}", weights.Take(5));
        Assert.Equal(Enum.GetNames<RiskClass>(), WeightTable.Of("Screening", language)?.Classes ?? []);
    }
}
