using System.Net;
using Discord;
using RepairBot.Discord.Http;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Http;

/// <summary>First answers inside three seconds, edits and follow-ups, under what a network does.</summary>
public sealed class CallbackClientTests : IDisposable
{
    private static readonly InteractionRef Press = new(11, "secret", 22);

    private readonly SteppedTime time = new();
    private readonly ScriptedDiscord discord = new();

    [Fact]
    public async Task A_silent_acknowledgement_is_one_call_without_the_bots_token()
    {
        discord.Answers(HttpStatusCode.NoContent, "");

        Assert.Equal(CallbackResult.Done, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
        Assert.Equal([("POST interactions/11/secret/callback", """{"type":6}""", null)], discord.Calls);
    }

    [Fact]
    public async Task Only_an_ephemeral_deferral_carries_a_flag()
    {
        discord.Answers(HttpStatusCode.NoContent, "").Answers(HttpStatusCode.NoContent, "");

        await RunAsync(client => client.DeferAsync(Press, ephemeral: true, CancellationToken.None));
        await RunAsync(client => client.DeferAsync(Press, ephemeral: false, CancellationToken.None));

        Assert.Equal(["""{"type":5,"data":{"flags":64}}""", """{"type":5}"""], discord.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task What_may_have_been_taken_is_tried_again_and_counts_as_done_when_it_was()
    {
        discord.Answers(HttpStatusCode.BadGateway, "<html>").Answers(HttpStatusCode.BadRequest, """{"code":40060}""");

        Assert.Equal(CallbackResult.Done, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
        Assert.Equal(2, discord.Calls.Count);
    }

    [Fact]
    public async Task A_second_answer_changes_nothing_and_says_so()
    {
        discord.Answers(HttpStatusCode.BadRequest, """{"code":40060}""");

        Assert.Equal(CallbackResult.AlreadyAnswered, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
    }

    [Fact]
    public async Task An_interaction_whose_time_is_over_is_left_alone()
    {
        discord.Answers(HttpStatusCode.NotFound, """{"code":10062}""");

        Assert.Equal(CallbackResult.TooLate, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
    }

    [Fact]
    public async Task A_hanging_server_is_asked_again_within_the_three_seconds()
    {
        discord.Hangs().Drops().Answers(HttpStatusCode.NoContent, "");
        var began = time.GetUtcNow();

        Assert.Equal(CallbackResult.Done, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task It_gives_up_when_the_three_seconds_are_over()
    {
        discord.Hangs().Hangs().Hangs().Hangs();
        var began = time.GetUtcNow();

        Assert.Equal(CallbackResult.Failed, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("""{"message":"slow down","retry_after":0.5,"global":false}""")]
    [InlineData("<html>1015</html>")]
    public async Task A_429_is_waited_for_when_there_is_time(string body)
    {
        discord.Answers(HttpStatusCode.TooManyRequests, body, ("Retry-After", "1")).Answers(HttpStatusCode.NoContent, "");
        var began = time.GetUtcNow();

        Assert.Equal(CallbackResult.Done, await RunAsync(client => client.DeferUpdateAsync(Press, CancellationToken.None)));
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.2));
    }

    [Fact]
    public async Task A_follow_up_that_may_have_been_shown_is_not_shown_twice()
    {
        discord.Answers(HttpStatusCode.BadGateway, "<html>");

        var shown = await RunAsync(client => client.FollowUpAsync(Press, new MessageBody { Content = "Hello" }, CancellationToken.None));

        Assert.Equal(new CallbackShown(CallbackResult.Failed, null), shown);
        Assert.Equal("POST webhooks/22/secret", Assert.Single(discord.Calls).Call);
    }

    [Fact]
    public async Task An_edit_is_repeated_and_gives_the_messages_id()
    {
        discord.Drops().Answers(HttpStatusCode.OK, """{"id":"99","content":"Hello"}""");

        var shown = await RunAsync(client => client.EditOriginalAsync(Press, new MessageBody { Content = "Hello" }, CancellationToken.None));

        Assert.Equal(new CallbackShown(CallbackResult.Done, 99), shown);
        Assert.All(discord.Calls, call => Assert.Equal("PATCH webhooks/22/secret/messages/@original", call.Call));
    }

    [Fact]
    public async Task A_form_opens_as_discord_takes_it()
    {
        discord.Answers(HttpStatusCode.NoContent, "");
        var modal = new ModalBuilder("Your part", "f1").AddTextInput("What you did", "part", TextInputStyle.Paragraph, maxLength: 4000, required: true).Build();

        await RunAsync(client => client.OpenAsync(Press, modal, CancellationToken.None));

        Assert.Equal(
            """{"type":9,"data":{"title":"Your part","custom_id":"f1","components":[{"type":1,"components":[{"type":4,"custom_id":"part","style":2,"""
            + "\"label\":\"What you did\",\"required\":true,\"max_length\":4000}]}]}}",
            Assert.Single(discord.Calls).Body);
    }

    [Fact]
    public void An_interaction_prints_without_its_token() =>
        Assert.DoesNotContain("secret", $"{Press} {Route.Callback(Press)} {Route.FollowUp(Press)}", StringComparison.Ordinal);

    public void Dispose() => discord.Dispose();

    private async Task<T> RunAsync<T>(Func<CallbackClient, Task<T>> call)
    {
        using var http = DiscordRest.Client(ScriptedDiscord.Address, token: null, discord);
        var work = call(new CallbackClient(new DiscordRest(http, new RateLimits(time), time), time));
        await time.RunAsync(work);
        return await work;
    }
}
