using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Conversations;

public sealed class WholeRepairTests : IAsyncLifetime
{
    private static readonly string[] OnTop = ["choose", "exercise", "heat-after"];

    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("hurt-them", "short", 12)]
    [InlineData("hurt-me", "short", 12)]
    [InlineData("both", "short", 12)]
    [InlineData("not-sure", "short", 12)]
    [InlineData("hurt-them", "full", 30)]
    [InlineData("hurt-me", "full", 30)]
    [InlineData("both", "full", 30)]
    [InlineData("not-sure", "full", 30)]
    public async Task A_whole_repair_goes_through_the_api_alone_and_the_export_has_every_answer_under_its_question(
        string side, string length, int most)
    {
        var play = new Playthrough(chat.As("ana"), chat.Http, side, length);
        await play.RunAsync();

        var toConsent = play.Asked.TakeWhile(step => step != "consent").Append("consent").Except(OnTop).ToList();
        Assert.True(toConsent.Count <= most, string.Join(" ", toConsent));
        var export = await play.ExportAsync();
        var repair = export.GetProperty("repairs")[0];
        Assert.Equal("finished", repair.GetProperty("state").GetString());
        var answers = repair.GetProperty("answers").EnumerateArray().ToLookup(answer => answer.GetProperty("step").GetString());
        foreach (var (step, words) in play.Answers)
        {
            var answer = answers[step].First();
            Assert.Contains(words, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(answer.GetProperty("question").GetString()));
            Assert.True(answer.GetProperty("guide").GetInt32() >= 1);
        }

        foreach (var step in play.Answers.Keys.Where(step => step is "happened" or "impact" or "action" or "ask"))
        {
            Assert.Equal(play.Questions[step], answers[step].First().GetProperty("question").GetString());
        }
    }
}
