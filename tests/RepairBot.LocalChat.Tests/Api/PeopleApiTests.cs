using System.Net;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Api;

public sealed class PeopleApiTests : IAsyncLifetime
{
    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_stranger_has_an_empty_feed()
    {
        var feed = await chat.As("ana").MessagesAsync();

        Assert.Equal(0, feed.Seq);
        Assert.Empty(feed.Messages);
    }

    [Fact]
    public async Task A_command_answers_what_its_turn_showed()
    {
        var reply = await chat.As("ana").CommandAsync("repair start");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/json", reply.MediaType);
        Assert.Equal("question", reply.Last.Kind);
        Assert.Equal("bot", reply.Last.From);
        Assert.Equal("welcome", reply.Last.Step);
        Assert.Equal("opening", reply.Last.Phase);
        Assert.Equal("forward", reply.Last.Actions[0].Role);
        Assert.Equal(reply.Feed!.Seq, reply.Last.Seq);
    }

    [Fact]
    public async Task The_feed_holds_what_the_answers_held()
    {
        var ana = chat.As("ana");
        var first = await ana.CommandAsync("repair start");
        var second = await ana.PressAsync(first.Last, first.Last.Actions[0]);

        var feed = await ana.MessagesAsync(first.Feed!.Seq);

        Assert.Equal(second.Feed!.Seq, feed.Seq);
        Assert.Equal(second.Feed.Messages.Select(message => message.Id), feed.Messages.Select(message => message.Id));
    }

    [Fact]
    public async Task Reading_past_the_end_answers_where_the_page_is()
    {
        var ana = chat.As("ana");
        var seq = (await ana.CommandAsync("repair start")).Feed!.Seq;

        var feed = await ana.MessagesAsync(seq);

        Assert.Equal(seq, feed.Seq);
        Assert.Empty(feed.Messages);
    }

    [Fact]
    public async Task A_page_that_has_seen_more_than_there_is_learns_the_real_end()
    {
        var ana = chat.As("ana");
        var seq = (await ana.CommandAsync("repair start")).Feed!.Seq;

        var feed = await ana.MessagesAsync(seq + 40);

        Assert.Equal(seq, feed.Seq);
    }

    [Fact]
    public async Task A_repeated_key_gets_the_first_answer_and_makes_no_second_turn()
    {
        var ana = chat.As("ana");
        var first = await ana.CommandAsync("repair start", key: "k1");
        var again = await ana.CommandAsync("repair start", key: "k1");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(first.Feed!.Seq, again.Feed!.Seq);
        Assert.Equal(first.Feed.Messages.Select(message => message.Id), again.Feed.Messages.Select(message => message.Id));
        Assert.Equal(first.Feed.Seq, (await ana.MessagesAsync()).Seq);
    }

    [Fact]
    public async Task Without_a_key_every_call_is_a_turn_of_its_own()
    {
        var ana = chat.As("ana");
        var first = await ana.CommandAsync("help");
        var second = await ana.CommandAsync("help");

        Assert.True(second.Feed!.Seq > first.Feed!.Seq);
    }

    [Fact]
    public async Task A_press_on_an_answered_question_says_where_we_are()
    {
        var ana = chat.As("ana");
        var first = await ana.CommandAsync("repair start");
        var second = await ana.PressAsync(first.Last, first.Last.Actions[0]);

        var stale = await ana.PressAsync(first.Last, first.Last.Actions[0]);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.NotEmpty(stale.Problem!.Detail);
        Assert.Equal(second.Feed!.Seq, (await ana.MessagesAsync()).Seq);
    }

    [Fact]
    public async Task Somebody_elses_message_is_not_there()
    {
        var question = (await chat.As("ana").CommandAsync("repair start")).Last;

        var reply = await chat.As("ben").PressAsync(question, question.Actions[0]);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal(0, (await chat.As("ben").MessagesAsync()).Seq);
        Assert.Equal(question.Seq, (await chat.As("ana").MessagesAsync()).Seq);
    }

    [Fact]
    public async Task An_unknown_command_is_not_there_and_makes_nobody()
    {
        var reply = await chat.As("ana").CommandAsync("repair fly");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.NotEmpty(reply.Problem!.Detail);
        Assert.Equal(0, (await chat.As("ana").MessagesAsync()).Seq);
    }

    [Fact]
    public async Task A_typed_text_is_in_the_feed_under_the_persons_own_name()
    {
        var ana = chat.As("ana");
        await ana.CommandAsync("repair start");
        await ana.TextAsync("I understand");

        Assert.Contains((await ana.MessagesAsync()).Messages, message => message is { From: "ana", Text: "I understand" });
    }

    [Fact]
    public async Task A_text_of_4000_characters_is_taken_whole()
    {
        var ana = chat.As("ana");
        await ana.CommandAsync("repair start");
        var text = new string('é', 4000);

        var reply = await ana.TextAsync(text);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains((await ana.MessagesAsync()).Messages, message => message.Text == text);
    }

    [Fact]
    public async Task The_export_is_a_file_to_keep_that_no_browser_opens_or_sniffs()
    {
        var ana = chat.As("ana");
        await ana.CommandAsync("repair start");
        var file = (await ana.CommandAsync("mydata export")).Feed!.Messages.Select(message => message.File).OfType<ShownFile>().First();

        using var response = await chat.Http.GetAsync(new Uri(file.Url, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(file.Name, response.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_is_only_its_owners()
    {
        var file = (await chat.As("ana").CommandAsync("mydata export")).Feed!.Messages.Select(message => message.File).OfType<ShownFile>().First();

        using var response = await chat.Http.GetAsync(new Uri(file.Url.Replace("/ana/", "/ben/"), UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
