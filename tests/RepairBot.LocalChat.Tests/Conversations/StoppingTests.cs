using System.Net;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>Stopping with each of its choices, and what each leaves.</summary>
public sealed class StoppingTests(LocalChatFixture bot) : IClassFixture<LocalChatFixture>
{
    private const string Words = "My own words about happened and answer, said plainly.";

    [Fact]
    public async Task Stopped_and_kept_it_goes_on_later_at_the_same_question_with_every_answer()
    {
        var ana = await StoppedAsync("stop.keep");
        Assert.Null(ana.Open);
        Assert.Equal("kept", StateOf((await ana.ExportAsync()).Single()));

        await ana.CommandAsync("repair resume");

        Assert.Equal("pattern", ana.Step);
        Assert.Equal(Words, (await ana.AnswersAsync())["happened"].Text);
    }

    [Fact]
    public async Task Stopped_and_kept_privately_it_is_there_to_read_and_to_take_away_and_never_opens_again()
    {
        var ana = await StoppedAsync("stop.private");
        await ana.CommandAsync("repair resume");
        Assert.Null(ana.Open);

        await ana.CommandAsync("repair history");
        var list = ana.With("read").Actions.Single(action => action.Name == "read");
        var reply = await ana.PressAsync("read", list.Options!.Single().Value);

        Assert.Contains(reply.Feed!.Messages.SelectMany(message => message.Card?.Lines ?? []), line => line.Value == Words);
        Assert.Null(ana.Open);
        Assert.Equal("private", StateOf((await ana.ExportAsync()).Single()));
        Assert.Equal(Words, (await ana.AnswersAsync())["happened"].Text);
    }

    [Fact]
    public async Task Stopped_and_deleted_no_word_of_it_is_left_in_feed_export_or_files()
    {
        var ana = await StoppedAsync("stop.delete");
        var feed = await ana.Client.MessagesAsync();

        Assert.Null(ana.Open);
        Assert.DoesNotContain(feed.Messages, message => JsonSerializer.Serialize(message).Contains("My own words", StringComparison.Ordinal));
        Assert.Empty(await ana.ExportAsync());
        await ana.CommandAsync("repair resume");
        Assert.Null(ana.Open);
        await ana.CommandAsync("repair start");
        Assert.Equal("side", ana.Step);
    }

    [Fact]
    public async Task Deleting_one_repair_takes_its_words_out_of_an_earlier_exports_file_and_leaves_the_other_repair()
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("pattern");
        await ana.CommandAsync("repair start");
        await ana.PressAsync("start-new");
        await ana.AnswerUntilAsync("impact");
        var file = (await ana.CommandAsync("mydata export")).Feed!.Messages.Select(message => message.File).OfType<ShownFile>().First();

        await ana.MoveAsync("stop");
        await ana.PressAsync("stop.delete");

        using var response = await bot.Chat.Http.GetAsync(new Uri(file.Url, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var left = Assert.Single(await ana.ExportAsync());
        Assert.Equal("pattern", left.GetProperty("step").GetString());
        Assert.Equal(Words, Visit.AnswersOf(left)["happened"].Text);
    }

    [Fact]
    public async Task Not_stopped_after_all_it_goes_on_at_the_same_question()
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("pattern");
        await ana.MoveAsync("stop");
        await ana.PressAsync("go-on");

        Assert.Equal("pattern", ana.Step);
        Assert.Equal("open", StateOf((await ana.ExportAsync()).Single()));
    }

    private async Task<Visit> StoppedAsync(string choice)
    {
        var ana = await bot.StartAsync();
        await ana.AnswerUntilAsync("pattern");
        await ana.MoveAsync("stop");
        await ana.PressAsync(choice);
        return ana;
    }

    private static string? StateOf(JsonElement repair) => repair.GetProperty("state").GetString();
}
