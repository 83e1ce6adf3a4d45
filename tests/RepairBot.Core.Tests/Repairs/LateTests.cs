using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Storage;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What comes late, twice, or at the same time.</summary>
public sealed class LateTests
{
    private const string First = "At dinner yesterday I raised my voice at Sam.";
    private const string Second = "Then I left the room without a word.";

    [Fact]
    public async Task Two_texts_at_the_same_instant_are_both_kept_in_order_under_the_question_they_saw()
    {
        for (var round = 0; round < 100; round++)
        {
            await using var chat = await AtAsync("happened");
            chat.Restart();
            await AllAsync(chat, First, Second);

            Assert.Equal($"{First}\n{Second}", (await chat.AnswerAsync("happened")).Text);
        }
    }

    [Theory]
    [InlineData("idk", Second, Second)]
    [InlineData("I want to kill myself", Second, $"I want to kill myself\n{Second}")]
    [InlineData(First, "?", $"{First}\n?")]
    public async Task Two_texts_at_once_stay_with_their_question_whatever_the_first_one_led_to(string one, string other, string kept)
    {
        await using var chat = await AtAsync("happened");
        await AllAsync(chat, one, other);

        Assert.Equal(kept, (await chat.AnswerAsync("happened")).Text);
        Assert.Null((await chat.ExportAsync()).Repairs[0].Answers.SingleOrDefault(answer => answer.Key == "pattern"));
    }

    [Fact]
    public async Task A_text_for_a_choice_that_was_left_answers_nothing_and_stays_in_the_chat()
    {
        await using var chat = await AtAsync("length");
        await AllAsync(chat, "full", "full");

        Assert.Equal("who", chat.Step);
        Assert.DoesNotContain((await chat.ExportAsync()).Repairs[0].Answers, answer => answer.Key == "who");
    }

    [Fact]
    public async Task Skip_typed_twice_at_once_skips_one_question()
    {
        await using var chat = await AtAsync("who");
        await AllAsync(chat, "skip", "skip");

        Assert.Equal("bond", chat.Step);
    }

    [Fact]
    public async Task A_text_that_saw_a_question_left_by_back_is_that_questions_answer()
    {
        await using var chat = await AtAsync("impact");
        await AllAsync(chat, "back", "Sam went quiet and left the table.");

        Assert.Equal("pattern", chat.Step);
        Assert.Equal("Sam went quiet and left the table.", (await chat.AnswerAsync("impact")).Text);
    }

    [Fact]
    public async Task A_late_useless_text_does_not_take_an_answers_place()
    {
        await using var chat = await AtAsync("happened");
        var seen = chat.Seq;
        await chat.FillAsync("answer", ("answer", First));
        await chat.TypeAsync("?", seen);

        Assert.Equal(First, (await chat.AnswerAsync("happened")).Text);
    }

    [Fact]
    public async Task A_late_form_is_the_new_answer_of_its_own_step()
    {
        await using var chat = await AtAsync("happened");
        var (message, action) = chat.FindAction("answer");
        await chat.FillAsync("answer", ("answer", First));
        await chat.SendAsync(message, action.Id, ("answer", Second));

        Assert.Equal("pattern", chat.Step);
        Assert.Equal(Second, (await chat.AnswerAsync("happened")).Text);
    }

    [Fact]
    public async Task A_change_of_the_draft_sent_late_is_kept_as_the_draft()
    {
        await using var chat = await AtAsync("reading");
        var (message, action) = chat.FindAction("change");
        await chat.PressAsync("keep-it");
        await chat.SendAsync(message, action.Id, ("happened", First), ("understand", "It was too loud."), ("practise", ""));

        Assert.Equal(First, (await chat.AnswerAsync("draft")).Fields["happened"]);
    }

    [Theory]
    [InlineData("finished")]
    [InlineData("consent")]
    [InlineData("after-talk/none")]
    [InlineData("extra/none")]
    public async Task A_form_no_message_ever_had_changes_nothing(string question)
    {
        await using var chat = await AtAsync("happened");
        var message = chat.Question;
        var forged = new ActionId(message.Id, 1, "en", question, "answer").ToString();
        await chat.SendAsync(message, forged, ("answer", First));

        Assert.Equal(TurnResult.Stale, chat.Last.Result);
    }

    [Fact]
    public async Task Of_two_presses_on_one_question_the_second_is_told_where_we_are()
    {
        await using var chat = await AtAsync("side");
        var at = chat.FindAction("hurt-them");
        var other = chat.FindAction("hurt-me");
        TurnAnswer? second = null;
        await AtOnceAsync(chat, () => chat.PressAsync(at), async () => second = await chat.PressAsync(other));

        Assert.Equal(TurnResult.Stale, second!.Result);
        Assert.Contains(chat.Question.Text.Reveal(), second.Detail!, StringComparison.Ordinal);
        Assert.Equal("hurt-them", (await chat.AnswerAsync("side")).Values[0]);
    }

    [Fact]
    public async Task The_same_key_at_once_and_after_a_restart_makes_one_turn_and_gets_the_first_answer()
    {
        await using var chat = await AtAsync("happened");
        var typed = new ChatEvent.Typed("the-key", 77, new PrivateText(First), null);
        var before = chat.Seq;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => chat.HandleAsync(typed)));
        chat.Restart();
        var later = await chat.HandleAsync(typed);

        Assert.Single(answers, answer => answer.Result == TurnResult.Taken);
        var first = answers.Single(answer => answer.Result == TurnResult.Taken).Messages.Select(message => (message.Id, message.Seq));
        Assert.All([.. answers, later], answer => Assert.Equal(first, answer.Messages.Select(message => (message.Id, message.Seq))));
        Assert.True(before < later.Seq);
    }

    [Fact]
    public async Task Sixty_four_keys_are_remembered()
    {
        await using var chat = await AtAsync("happened");
        var first = new ChatEvent.Command("first", 5, "help", ImmutableDictionary<string, PrivateText>.Empty);
        await chat.HandleAsync(first);
        for (var i = 0; i < 63; i++)
        {
            await chat.CommandAsync("help");
        }

        Assert.Equal(TurnResult.Repeated, (await chat.HandleAsync(first)).Result);
        await chat.CommandAsync("help");
        Assert.Equal(TurnResult.Taken, (await chat.HandleAsync(first)).Result);
    }

    private static Task AllAsync(Conversation chat, params IEnumerable<string> texts) =>
        AtOnceAsync(chat, [.. texts.Select<string, Func<Task>>(text => () => chat.TypeAsync(text))]);

    // The first one's commit waits until all of them are under way.
    private static async Task AtOnceAsync(Conversation chat, params IEnumerable<Func<Task>> events)
    {
        var underWay = new TaskCompletionSource();
        ((SteppedStore)chat.Store).BeforeCommit = () => underWay.Task;
        var all = events.Select(begin => begin()).ToList();
        underWay.SetResult();
        await Task.WhenAll(all);
    }

    private static async Task<Conversation> AtAsync(string step)
    {
        var chat = new Conversation(store: new SteppedStore(new InMemoryStore()));
        await chat.CommandAsync("repair start");
        await chat.AnswerUntilAsync(step);
        return chat;
    }
}
