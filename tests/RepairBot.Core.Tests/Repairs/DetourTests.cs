using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Leaving a question and coming back to it, also from within another detour.</summary>
public sealed class DetourTests
{
    [Fact]
    public async Task Steady_while_an_answer_is_changed_comes_back_to_that_answer_and_then_to_where_one_was()
    {
        await using var chat = await AtAsync("impact");
        await chat.MoveAsync("edit");
        await chat.PressAsync("edit", "happened");

        await chat.MoveAsync("steady");
        await chat.PressAsync("answer", "cold-water");
        await chat.PressAsync("done");
        Assert.Equal("happened", chat.Step);

        await chat.FillAsync("answer", ("answer", "At dinner yesterday I raised my voice at Sam."));
        Assert.Equal("impact", chat.Step);
    }

    [Fact]
    public async Task Stopping_called_off_while_an_answer_is_changed_goes_on_changing_it()
    {
        await using var chat = await AtAsync("impact");
        await chat.MoveAsync("edit");
        await chat.PressAsync("edit", "happened");

        await chat.TypeAsync("stop");
        await chat.PressAsync("go-on");
        Assert.Equal("happened", chat.Step);
        await chat.FillAsync("answer", ("answer", "At dinner yesterday I raised my voice at Sam."));

        Assert.Equal("impact", chat.Step);
    }

    [Fact]
    public async Task A_hold_within_an_aside_leads_on_through_the_aside()
    {
        await using var chat = await AtAsync("action");
        await chat.PressAsync("ideas", "needs");
        await chat.PressAsync("answer", "calm");
        Assert.Equal("harder", chat.Step);

        await chat.TypeAsync("I want to kill myself");
        Assert.Equal("stepped-back", chat.Step);
        await chat.PressAsync("go-on");

        Assert.Equal("action", chat.Step);
    }

    [Fact]
    public async Task A_hold_while_stopping_asks_about_stopping_again()
    {
        await using var chat = await AtAsync("impact");
        await chat.TypeAsync("stop");
        await chat.TypeAsync("I want to kill myself");
        await chat.PressAsync("go-on");
        Assert.Equal("stopping", chat.Step);

        await chat.PressAsync("go-on");

        Assert.Equal("impact", chat.Step);
    }

    [Fact]
    public async Task Going_on_after_a_hold_at_a_choice_asks_the_choice_again()
    {
        await using var chat = await AtAsync("pattern");
        await chat.TypeAsync("I want to kill myself");
        await chat.PressAsync("go-on");

        Assert.Equal("pattern", chat.Step);
    }

    [Fact]
    public async Task A_late_text_that_is_held_leaves_the_open_question_unanswered()
    {
        await using var chat = await AtAsync("happened");
        var seen = chat.Seq;
        await chat.TypeAsync("At dinner yesterday I raised my voice at Sam.");
        Assert.Equal("pattern", chat.Step);

        await chat.TypeAsync("I want to kill myself", seen);
        await chat.PressAsync("go-on");

        Assert.Equal("pattern", chat.Step);
    }

    [Fact]
    public async Task Back_typed_while_the_conversation_is_held_stays_with_the_help_lines()
    {
        await using var chat = await AtAsync("impact");
        await chat.TypeAsync("I want to kill myself");
        await chat.TypeAsync("back");

        Assert.Equal("stepped-back", chat.Step);
        Assert.NotEmpty(chat.Question.Card!.Lines);
    }

    [Fact]
    public async Task Whoever_stops_while_held_and_comes_back_sees_the_help_lines_first()
    {
        await using var chat = await AtAsync("impact");
        await chat.TypeAsync("I want to kill myself");
        await chat.TypeAsync("stop.keep");
        chat.Time.Advance(TimeSpan.FromDays(3));
        await chat.CommandAsync("repair resume");

        Assert.Equal("stepped-back", chat.Step);
        Assert.NotEmpty(chat.Question.Card!.Lines);
    }

    [Fact]
    public async Task A_heat_rating_that_is_kept_counts_once()
    {
        await using var chat = await AtAsync("feeling");
        await chat.MoveAsync("back");
        await chat.PressAsync("keep");

        var export = await chat.ExportAsync();

        Assert.Single(export.Repairs[0].Ratings);
    }

    private static async Task<Conversation> AtAsync(string step)
    {
        var chat = new Conversation();
        await chat.CommandAsync("repair start");
        await chat.AnswerUntilAsync(step);
        return chat;
    }
}
