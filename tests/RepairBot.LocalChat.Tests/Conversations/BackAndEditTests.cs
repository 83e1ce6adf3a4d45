using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Conversations;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>Going back over what was answered, and changing it from further on.</summary>
public sealed class BackAndEditTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    [Theory]
    [InlineData("hurt-them", "full", "reading")]
    [InlineData("hurt-me", "full", "ask")]
    [InlineData("hurt-them", "short", "action")]
    [InlineData("hurt-me", "short", "ask")]
    public async Task Back_three_times_and_keep_forward_three_times_leaves_every_answer_as_it_was(string side, string length, string step)
    {
        var ana = await bot.StartAsync();
        var way = await ana.AnswerUntilAsync(step, new UsualAnswers().With("side", side).With("length", length));
        var before = await ana.AnswersAsync();
        foreach (var earlier in way.AsEnumerable().Reverse().Skip(1).Take(3))
        {
            await ana.MoveAsync("back");
            Assert.Equal(earlier, ana.Step);
        }

        foreach (var next in way.TakeLast(3))
        {
            await ana.PressAsync("keep");
            Assert.Equal(next, ana.Step);
        }

        Assert.Equal(before, await ana.AnswersAsync());
    }

    [Fact]
    public async Task The_second_answer_changed_at_the_tenth_question_marks_what_depended_on_it_and_leads_back_there()
    {
        var ana = await bot.StartAsync();
        var way = await ana.AnswerUntilAsync("impact");
        Assert.Equal((2, "side"), (way.IndexOf("side") + 1, way[1]));
        Assert.Equal((10, "impact"), (way.Count, way[9]));

        await ana.MoveAsync("edit");
        await ana.PressAsync("edit", "side");
        Assert.Equal("side", ana.Step);
        await ana.PressAsync("both");

        Assert.Equal("impact", ana.Step);
        var answers = await ana.AnswersAsync();
        Assert.Equal("both", answers["side"].Text);
        Assert.Equal(["happened"], answers.Where(answer => answer.Value.LookAgain).Select(answer => answer.Key));
        Assert.Equal("My own words about happened and answer, said plainly.", answers["happened"].Text);
        await ana.TypeAsync("It was loud, and Sam left the table.");
        Assert.Equal("felt", ana.Step);
    }

    [Fact]
    public async Task Words_changed_from_the_draft_mark_what_was_built_on_them_until_it_is_looked_at()
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("reading");
        await ana.MoveAsync("edit");
        await ana.PressAsync("edit", "happened");
        await ana.FillAsync("answer", ("answer", "On Saturday at lunch I shouted at Sam about the car."));

        Assert.Equal("reading", ana.Step);
        Assert.Equal(["draft", "impact", "part"], await MarkedAsync(ana));

        await ana.MoveAsync("edit");
        await ana.PressAsync("edit", "impact");
        await ana.PressAsync("keep");
        Assert.Equal("reading", ana.Step);
        Assert.Equal(["draft", "part"], await MarkedAsync(ana));
    }

    private static async Task<IEnumerable<string>> MarkedAsync(Visit visit) =>
        (await visit.AnswersAsync()).Where(answer => answer.Value.LookAgain).Select(answer => answer.Key).Order(StringComparer.Ordinal);
}
