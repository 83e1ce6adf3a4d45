using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>A form whose boxes may all stay empty, sent without a word: as on Discord it is met like any answer with nothing in it.</summary>
public sealed class EmptyFormTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    [Fact]
    public async Task The_question_comes_again_each_time_in_other_words_and_then_the_form_is_taken()
    {
        var player = new ChatPlayer(bot.Chat.As("ana"));
        var asked = new List<string>();
        foreach (var line in ChatPlayer.LinesOf("empty-forms.md"))
        {
            await player.PlayAsync(line);
            if (line.Verb == "fills" && player.Question is { } question)
            {
                Assert.Equal("closing", question.Step);
                asked.Add(question.Text);
            }
        }

        Assert.Equal(4, asked.Distinct().Count());
        Assert.Equal(4, asked.Count);
        Assert.Null(player.Question);
    }
}
