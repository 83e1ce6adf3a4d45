using RepairBot.Core.Screening;
using RepairBot.Core.Screening.Evaluation;

namespace RepairBot.Core.Tests.Screening;

public sealed class PredictionsTests
{
    private static readonly Screen Screen = new();

    [Fact]
    public void Each_line_gets_its_labels_in_the_same_order()
    {
        const string gold = """
            {"id": "b", "text": "I want to end my life", "lang": "en"}

            {"id": "a", "text": "I forgot his birthday"}
            """;

        Assert.Equal(
            """
            {"id":"b","labels":["crisis_self_harm"],"direction":"self"}
            {"id":"a","labels":["none"],"direction":"n/a"}

            """,
            Written(gold, Screen),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_screen_that_fails_says_so()
    {
        var broken = new Screen((_, _) => throw new InvalidOperationException("broken on purpose"));

        Assert.Contains("\"failed\"", Written("{\"id\":\"a\",\"text\":\"x\"}", broken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":1,\"text\":\"x\"}")]
    public void A_bad_line_is_named_by_its_number_and_not_by_its_text(string line)
    {
        var bad = Assert.Throws<FormatException>(() => Written("\n" + line, Screen));

        Assert.StartsWith("Line 2", bad.Message, StringComparison.Ordinal);
    }

    private static string Written(string gold, Screen screen)
    {
        using var predictions = new StringWriter { NewLine = "\n" };
        Predictions.Write(screen, new StringReader(gold), predictions);
        return predictions.ToString();
    }
}
