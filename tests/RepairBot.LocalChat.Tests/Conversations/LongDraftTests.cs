using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>A draft that no platform would show in one message.</summary>
public sealed class LongDraftTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    private const int LongestMessage = 2000;
    private const int LongestLine = 1024;
    private const int LongestCards = 6000;

    // Numbers that can't be read as somebody's age.
    private static readonly string Long = string.Join(' ', Enumerable.Range(201, 150).Select(i => $"Part {i} of what I did."));

    [Fact]
    public async Task A_draft_over_two_thousand_characters_is_kept_whole_shown_in_pieces_and_can_be_changed_whole()
    {
        Assert.InRange(Long.Length, LongestMessage + 1, 4000);
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("draft");
        await ana.FillAsync("answer", ("happened", Long), ("understand", "It was too much. " + Long[..2500]), ("practise", "On Tuesday I ask first."));
        Assert.Equal("reading", ana.Step);

        var box = ana.Question.Actions.Find(action => action.Name == "change")!.Fields!.Find(field => field.Id == "happened")!;
        Assert.Equal(Long, box.Value);
        await ana.FillAsync("change", ("practise", "On Tuesday I ask before I speak."));
        var feed = await ana.Client.MessagesAsync();
        Assert.All(feed.Messages, message =>
        {
            var lines = message.Card?.Lines ?? [];
            Assert.True(message.Text.Length <= LongestMessage);
            Assert.All(lines, line => Assert.True(line.Value.Length <= LongestLine));
            Assert.True(message.Text.Length + lines.Sum(line => line.Name.Length + line.Value.Length) <= LongestCards);
        });
        var draft = (await ana.AnswersAsync())["draft"];
        Assert.Contains(Long, draft.Text, StringComparison.Ordinal);
        Assert.Contains("On Tuesday I ask before I speak.", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_four_thousand_characters_is_kept_whole_as_the_answer()
    {
        var words = Long + new string('.', 4000 - Long.Length);
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("happened");
        await ana.TypeAsync(words);

        Assert.Equal(words, (await ana.AnswersAsync())["happened"].Text);
    }
}
