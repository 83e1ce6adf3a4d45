using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Conversations;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>Whoever skips all that can be skipped still comes to the end, and nothing is put into their mouth.</summary>
public sealed class SkippingTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    private const int MostQuestions = 60;

    private static readonly string[] NeverSkipped =
        ["welcome", "side", "safety", "length", "reading", "readiness", "resting", "contact", "consent"];

    [Theory]
    [InlineData("hurt-them", "short")]
    [InlineData("hurt-me", "short")]
    [InlineData("both", "short")]
    [InlineData("not-sure", "short")]
    [InlineData("hurt-them", "full")]
    [InlineData("hurt-me", "full")]
    [InlineData("both", "full")]
    [InlineData("not-sure", "full")]
    public async Task Everything_that_can_be_skipped_is_skipped_to_the_end(string side, string length)
    {
        var ana = await bot.StartAsync();
        var answers = new UsualAnswers().With("side", side).With("length", length);
        var skipped = new List<string>();
        for (var i = 0; ana.Open is not null; i++)
        {
            Assert.True(i < MostQuestions, $"No end after {MostQuestions} questions, at {ana.Open.Step}.");
            if (ana.Offers("skip"))
            {
                skipped.Add(ana.Step);
                await ana.MoveAsync("skip");
                continue;
            }

            Assert.Contains(ana.Step, NeverSkipped);
            await ana.AnswerAsync(answers);
        }

        var repair = (await ana.ExportAsync()).Single();
        Assert.Equal("finished", repair.GetProperty("state").GetString());
        Assert.Equal("closing", skipped[^1]);
        Assert.Empty(skipped.Intersect(NeverSkipped));
        var kept = Visit.AnswersOf(repair);
        Assert.All(skipped.Where(kept.ContainsKey), step => Assert.Equal((true, ""), (kept[step].Skipped, kept[step].Text)));
        Assert.All(kept.Where(answer => !answer.Value.Skipped), answer => Assert.Contains(answer.Key, NeverSkipped));
        Assert.Empty(repair.GetProperty("actions").EnumerateArray());
        Assert.Empty(repair.GetProperty("ratings").EnumerateArray());
    }
}
