using System.Net;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Conversations;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>The same person in two tabs, and two things at the same instant.</summary>
public sealed class TwoTabsTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    private static readonly UsualAnswers Short = new UsualAnswers().With("length", "short");

    [Fact]
    public async Task What_is_done_in_one_tab_stands_in_the_other_after_its_next_look()
    {
        var (first, second) = await TwoTabsAsync("pattern");
        await first.PressAsync("often");
        await second.LookAsync();

        Assert.Equal("cycle", second.Step);
        Assert.Equal(first.Question.Id, second.Question.Id);
        await second.MoveAsync("back");
        await first.LookAsync();
        Assert.Equal("pattern", first.Step);
    }

    [Fact]
    public async Task A_press_in_the_tab_that_is_behind_changes_nothing_and_is_told_where_we_are()
    {
        var (first, second) = await TwoTabsAsync("pattern");
        await first.PressAsync("first");
        var reply = await second.Client.PressAsync(second.Question, "often");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains(first.Question.Text, reply.Problem!.Detail, StringComparison.Ordinal);
        Assert.Equal("first", (await first.AnswersAsync())["pattern"].Text);
    }

    [Fact]
    public async Task Words_from_the_tab_that_is_behind_are_the_answer_of_the_question_it_shows()
    {
        var (first, second) = await TwoTabsAsync("impact");
        await first.FillAsync("answer", ("answer", "Sam went quiet."));
        Assert.Equal("part", first.Step);
        var form = second.Question.Actions.Find(action => action.Name == "answer")!;
        await second.Client.PressAsync(second.Question, form, fields: new() { ["answer"] = "Sam went quiet and left before the cake." });
        await first.LookAsync();

        Assert.Equal("part", first.Step);
        Assert.Equal("Sam went quiet and left before the cake.", (await first.AnswersAsync())["impact"].Text);
    }

    [Fact]
    public async Task Both_tabs_pressing_at_once_make_one_answer()
    {
        for (var round = 0; round < 20; round++)
        {
            var (first, second) = await TwoTabsAsync("side");
            var replies = await Task.WhenAll(first.Client.PressAsync(first.Question, "hurt-them"), second.Client.PressAsync(second.Question, "hurt-me"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], replies.Select(reply => reply.Status).Order());
            var taken = replies[0].Status == HttpStatusCode.OK ? "hurt-them" : "hurt-me";
            Assert.Equal(taken, (await first.AnswersAsync())["side"].Text);
        }
    }

    [Fact]
    public async Task Two_texts_at_the_same_instant_a_hundred_times_are_both_kept_in_order_under_the_question_they_saw()
    {
        const string one = "On Sunday at dinner I shouted at Sam.";
        const string other = "Then I left the room without a word.";
        for (var round = 0; round < 100; round++)
        {
            var (first, second) = await TwoTabsAsync("happened");
            await Task.WhenAll(first.Client.TextAsync(one, first.Seq), second.Client.TextAsync(other, second.Seq));

            var sent = (await first.LookAsync()).Where(message => message.From != "bot").OrderBy(message => message.Seq).Select(message => message.Text).ToList();
            Assert.Equal([one, other], sent.Order(StringComparer.Ordinal));
            var answers = await first.AnswersAsync();
            Assert.Equal(string.Join('\n', sent), answers["happened"].Text);
            Assert.Equal(["happened", "kind", "length", "safety", "side", "welcome"], answers.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_same_key_twice_also_at_once_is_one_turn_with_one_answer_for_every_call()
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("happened");
        await SameKeyAsync(ana, () => ana.Client.TextAsync("On Sunday at dinner I shouted at Sam.", ana.Seq, "the-text"));
        await SameKeyAsync(ana, () => ana.Client.PressAsync(ana.Question, "sometimes", key: "the-press"));
        await SameKeyAsync(ana, () => ana.Client.CommandAsync("mydata show", key: "the-command"));

        Assert.Equal("On Sunday at dinner I shouted at Sam.", (await ana.AnswersAsync())["happened"].Text);
        Assert.Equal("impact", ana.Step);
    }

    private static async Task SameKeyAsync(Visit visit, Func<Task<Reply>> call)
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => call()));
        var later = await call();

        var news = (await visit.LookAsync()).Select(message => (message.Id, message.Seq)).ToList();
        Assert.All(replies.Append(later), reply => Assert.Equal(news, reply.Feed!.Messages.Select(message => (message.Id, message.Seq))));
        Assert.Empty(await visit.LookAsync());
    }

    private async Task<(Visit First, Visit Second)> TwoTabsAsync(string step)
    {
        var first = await bot.StartAsync();
        await first.AnswerUntilAsync(step, step == "happened" ? Short : null);
        var second = new Visit(first.Client, bot.Chat.Http);
        await second.LookAsync();
        return (first, second);
    }
}
