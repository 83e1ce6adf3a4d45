using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Discord.Delivery;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>Every message stands on Discord exactly once, in order, in its last version, whatever happens on the way.</summary>
public sealed class OutboxTests : IAsyncDisposable
{
    private const ulong Ann = 1000;
    private const ulong Ben = 2000;

    private readonly SteppedTime time = new();
    private readonly DeliveryWorld world;

    public OutboxTests() => world = new DeliveryWorld(time);

    private FakeDiscord Discord => world.Discord;

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_turns_messages_stand_in_the_channel_in_order_and_are_settled()
    {
        world.Outbox.Start();
        var answer = await world.CommandAsync(Ann, "repair start");
        await SettledAsync();

        Assert.Equal(Words(answer), Discord.TextsIn(FakeDiscord.ChannelOf(Ann)).Select(FirstLine));
        Assert.Equal(DmState.Open, await world.Reach.StateAsync(DeliveryWorld.Who(Ann), CancellationToken.None));
    }

    [Fact]
    public async Task An_answered_question_is_edited_where_it_stands_and_the_channel_is_opened_once()
    {
        world.Outbox.Start();
        var welcome = (await world.CommandAsync(Ann, "repair start")).Messages[^1];
        await SettledAsync();
        await world.PressAsync(Ann, welcome, welcome.Actions[0].Name);
        await SettledAsync();

        var standing = Discord.Standing.Single(message => FirstLine((string)message.Body["content"]!) == FirstLine(welcome.Text.Reveal()));
        Assert.Empty(standing.Body["components"]!.AsArray());
        Assert.Single(Discord.Calls, call => call.Call.Contains("users/@me", StringComparison.Ordinal));
        Assert.Single(Discord.Calls, call => call.Call.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Mishap.Limited)]
    [InlineData(Mishap.LimitedBare)]
    [InlineData(Mishap.FailedAfter)]
    [InlineData(Mishap.FailedBefore)]
    [InlineData(Mishap.HangsAfter)]
    [InlineData(Mishap.HangsBefore)]
    [InlineData(Mishap.DropsAfter)]
    internal async Task A_message_stands_once_whatever_goes_wrong_first(Mishap fault)
    {
        Discord.Faults = (call, earlier) => earlier < 2 ? fault : Mishap.None;
        world.Outbox.Start();
        var answer = await world.CommandAsync(Ann, "about");
        await SettledAsync();

        Assert.Equal(Words(answer), Discord.TextsIn(FakeDiscord.ChannelOf(Ann)).Select(FirstLine));
    }

    [Fact]
    public async Task A_message_takes_at_most_five_calls_then_rests_and_is_not_lost()
    {
        Discord.Faults = (call, earlier) => !call.StartsWith("POST users", StringComparison.Ordinal) && earlier < 5 ? Mishap.FailedBefore : Mishap.None;
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await CalledAsync(5);
        await time.RunAsync(Forever(), time.GetUtcNow() + TimeSpan.FromMinutes(14));

        Assert.Equal(5, Discord.Calls.Count(call => call.Nonce is not null));
        await SettledAsync(everySeconds: 60);
        Assert.Single(Discord.Standing);
    }

    [Fact]
    public async Task What_was_sent_before_a_kill_is_known_again_by_its_nonce()
    {
        Discord.Faults = (call, earlier) => earlier == 0 ? Mishap.HangsAfter : Mishap.None;
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await CalledAsync(1);
        Assert.Single(Discord.Standing);
        Assert.Equal(1, await world.WaitingAsync());
        await world.RestartAsync();
        await SettledAsync();

        Assert.Single(Discord.Standing);
    }

    [Theory]
    [InlineData("about")]
    [InlineData("repair start")]
    public async Task What_was_sent_long_before_a_restart_is_looked_for_and_not_sent_again(string command)
    {
        var failing = true;
        Discord.Faults = (call, _) => failing && !call.StartsWith("POST users", StringComparison.Ordinal) ? Mishap.FailedAfter : Mishap.None;
        world.Outbox.Start();
        var answer = await world.CommandAsync(Ann, command);
        await CalledAsync(5);
        Assert.Equal(answer.Messages.Length, await world.WaitingAsync());
        failing = false;
        time.Advance(FakeDiscord.NonceMemory);
        await world.RestartAsync();
        await SettledAsync();

        Assert.Equal(Words(answer), Discord.TextsIn(FakeDiscord.ChannelOf(Ann)).Select(FirstLine));
    }

    [Fact]
    public async Task The_same_words_sent_before_are_not_taken_for_a_message_in_doubt()
    {
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await SettledAsync();
        Discord.Faults = (call, _) => call.Length == 16 ? Mishap.FailedBefore : Mishap.None;
        await world.CommandAsync(Ann, "about");
        await time.RunAsync(Forever(), time.GetUtcNow() + TimeSpan.FromMinutes(5));
        Discord.Faults = (_, _) => Mishap.None;
        await world.RestartAsync();
        await SettledAsync();

        Assert.Equal(2, Discord.Standing.Count);
        Assert.Contains(Discord.Calls, call => call.Call.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_changed_before_anyone_heard_of_it_stands_in_its_last_version()
    {
        Discord.Faults = (call, earlier) => call.Length == 16 && earlier < 5 ? Mishap.FailedAfter : Mishap.None;
        world.Outbox.Start();
        var welcome = (await world.CommandAsync(Ann, "repair start")).Messages[^1];
        await CalledAsync(5);
        await world.PressAsync(Ann, welcome, welcome.Actions[0].Name);
        await SettledAsync(everySeconds: 60);

        var standing = Discord.Standing.Where(message => FirstLine((string)message.Body["content"]!) == FirstLine(welcome.Text.Reveal()));
        Assert.Empty(Assert.Single(standing).Body["components"]!.AsArray());
    }

    [Theory]
    [InlineData(50007)]
    [InlineData(50278)]
    [InlineData(40003)]
    [InlineData(50001)]
    public async Task Whoever_takes_no_messages_is_not_asked_again_and_nothing_is_lost(int code)
    {
        Discord.Refuses[FakeDiscord.ChannelOf(Ann)] = code;
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await world.CommandAsync(Ann, "help");
        await time.RunAsync(Forever(), time.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Equal(DmState.Closed, await world.Reach.StateAsync(DeliveryWorld.Who(Ann), CancellationToken.None));
        Assert.InRange(Discord.Calls.Count, 1, 2);
        Assert.Equal(2, (await world.Reach.WaitingAsync(DeliveryWorld.Who(Ann), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_command_tries_again_and_brings_everything_once_the_person_takes_messages()
    {
        Discord.Refuses[FakeDiscord.ChannelOf(Ann)] = 50007;
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        Assert.Equal(DmState.Closed, await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ann), CancellationToken.None)));

        Discord.Refuses.Clear();
        Assert.Equal(DmState.Open, await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ann), CancellationToken.None)));
        Assert.Single(Discord.Standing);
    }

    [Fact]
    public async Task What_was_shown_beside_a_command_is_never_sent()
    {
        Discord.Refuses[FakeDiscord.ChannelOf(Ann)] = 50007;
        world.Outbox.Start();
        var answer = await world.CommandAsync(Ann, "repair start");
        await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ann), CancellationToken.None));
        await world.Reach.ShownAsync(DeliveryWorld.Who(Ann), answer.Messages, CancellationToken.None);
        Discord.Refuses.Clear();
        await world.PressAsync(Ann, answer.Messages[^1], answer.Messages[^1].Actions[0].Name);
        await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ann), CancellationToken.None));

        Assert.Equal(0, await world.WaitingAsync());
        Assert.DoesNotContain(FirstLine(answer.Messages[^1].Text.Reveal()), Discord.TextsIn(FakeDiscord.ChannelOf(Ann)).Select(FirstLine));
    }

    [Fact]
    public async Task A_person_who_was_in_the_channel_is_reached_there_without_opening_it()
    {
        Discord.Refuses[FakeDiscord.ChannelOf(Ann)] = 50007;
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ann), CancellationToken.None));
        world.Outbox.Nudge(DeliveryWorld.Who(Ann), channel: 77);
        await SettledAsync();

        Assert.Equal(77ul, Assert.Single(Discord.Standing).Channel);
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_opened_again()
    {
        world.Outbox.Start();
        await world.CommandAsync(Ann, "about");
        await SettledAsync();
        Discord.Refuses[FakeDiscord.ChannelOf(Ann)] = 10003;
        await world.CommandAsync(Ann, "help");
        await time.RunAsync(Forever(), time.GetUtcNow() + TimeSpan.FromSeconds(1));
        Discord.Refuses.Clear();
        await SettledAsync();

        Assert.Equal(2, Discord.Standing.Count);
    }

    [Fact]
    public async Task New_channels_are_opened_slowly_and_hold_up_nobody_who_has_one()
    {
        world.Outbox.Start();
        await world.CommandAsync(Ben, "about");
        await SettledAsync();
        var began = time.GetUtcNow();
        for (ulong person = 1; person <= 10; person++)
        {
            await world.CommandAsync(person * 10, "about");
        }

        await world.CommandAsync(Ben, "help");
        await RunAsync(world.Outbox.DeliverAsync(DeliveryWorld.Who(Ben), CancellationToken.None));
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        await SettledAsync();

        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(33));
    }

    [Fact]
    public async Task Erasing_takes_every_message_from_discord_too_and_says_so_once_whatever_is_killed_on_the_way()
    {
        world.Outbox.Start();
        await world.CommandAsync(Ann, "repair start");
        await world.CommandAsync(Ben, "about");
        var asked = (await world.CommandAsync(Ann, "mydata delete")).Messages[^1];
        await SettledAsync();
        var farewell = (await world.PressAsync(Ann, asked, asked.Actions.First(action => action.Role == ActionRole.Forward).Name)).Farewell;
        Discord.Faults = (call, earlier) => call.StartsWith("DELETE", StringComparison.Ordinal) && earlier == 0 ? Mishap.FailedBefore : Mishap.None;
        world.Outbox.Nudge(farewell!.Value);
        await time.RunAsync(Forever(), time.GetUtcNow() + TimeSpan.FromMilliseconds(100));
        await world.RestartAsync();
        await SettledAsync();

        Assert.Contains("deleted", Assert.Single(Discord.TextsIn(FakeDiscord.ChannelOf(Ann))), StringComparison.Ordinal);
        Assert.Single(Discord.TextsIn(FakeDiscord.ChannelOf(Ben)));
        Assert.Null(await world.Outgoing.RecipientAsync(farewell.Value, CancellationToken.None));
    }

    private static Task Forever() => new TaskCompletionSource().Task;

    // Until so many new messages were asked for; the pause after the last is not awaited.
    private Task CalledAsync(int creates) => time.RunAsync(Task.Run(async () =>
    {
        while (Discord.Calls.Count(call => call.Nonce is not null) < creates)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), time);
        }
    }));

    private static ImmutableArray<string> Words(TurnAnswer answer) => [.. answer.Messages.Select(message => FirstLine(message.Text.Reveal()))];

    // What Discord shows begins with the message's own words.
    private static string FirstLine(string text) => text.Split('\n')[0];

    private async Task SettledAsync(int everySeconds = 1) => await time.RunAsync(world.SettledAsync(TimeSpan.FromSeconds(everySeconds)));

    private async Task<T> RunAsync<T>(Task<T> work)
    {
        await time.RunAsync(work);
        return await work;
    }
}
