using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Interactions;
using RepairBot.Discord.Tests.Harness;
using RepairBot.Discord.Tests.Rendering;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Discord.Tests.Transcripts;

/// <summary>
/// Several people's chats with the bot on Discord: they press, choose, fill in and type at their clients, and whatever the bot says is held to
/// what stands on their screens. With direct messages closed all of it happens in a server, seen by each person alone: who would type uses
/// buttons, lists and forms, and what comes by itself is fetched with a command.
/// </summary>
internal sealed class DiscordChat(DiscordBot bot, bool closed = false) : ITranscriptChat
{
    private readonly SortedDictionary<string, Seat> seats = new(StringComparer.Ordinal);
    private bool losing;

    public ChatScreen ScreenOf(string person) => SeatOf(person).Screen;

    public Task<TurnAnswer> CommandAsync(string person, string name, params IEnumerable<(string Name, string Value)> options) => DoAsync(person, seat =>
    {
        var given = options.ToList();
        try
        {
            (string, object)[] options = [.. given.Select(option => (option.Name, (object)option.Value))];
            _ = closed ? seat.User.Run(bot.Discord.Guild, name, options) : seat.User.RunInDirect(name, options);
        }
        catch (NotPossibleException)
        {
            // The client does not let it through; somebody may send it all the same.
            bot.Discord.Forge.Command(seat.User, closed ? bot.Discord.Guild : null, name.Split(' ')[0], Options(name, given));
        }
    });

    public async Task<TurnAnswer> TypeAsync(string person, string text, bool unseen)
    {
        if (closed && text.StartsWith("stop.", StringComparison.Ordinal))
        {
            // In words it is one step, with buttons two.
            await TypeAsync(person, "stop", unseen);
        }

        if (closed && WithoutTyping.Of(ScreenOf(person), text) is { } doing)
        {
            return await ActAsync(person, doing.On, doing.Action, doing.Values, doing.Fields);
        }

        // Texts within two seconds belong together; a client sends a long one in pieces.
        bot.Time.Pass(unseen ? TimeSpan.Zero : TimeSpan.FromSeconds(3));
        var pieces = Pieces(text).ToList();
        return await DoAsync(person, seat =>
        {
            pieces.ForEach(piece => seat.User.Type(piece));
            return Task.CompletedTask;
        }, texts: pieces.Count);
    }

    public Task<TurnAnswer> ActAsync(
        string person, Message message, ChatAction action, ImmutableArray<string> values, IEnumerable<(string Id, string Text)> fields)
    {
        var id = CustomId.Of(action);
        var boxes = fields.Select(field => (field.Id, (object)field.Text)).ToArray();
        return DoAsync(person, async seat =>
        {
            var shown = seat.User.Sees.LastOrDefault(one => one.Components.Any(component => component.CustomId == id.ToString()));
            if (shown is null && action.Kind == ActionKind.Form)
            {
                bot.Discord.Forge.Submit(
                    seat.User, (id with { Gesture = Gesture.Submit }).ToString(), LastOf(seat), [.. boxes.Select(box => (box.Id, (string)box.Item2))]);
            }
            else if (shown is null)
            {
                bot.Discord.Forge.Choose(seat.User, id.ToString(), LastOf(seat), [.. values]);
            }
            else if (action.Kind == ActionKind.Form)
            {
                var opener = seat.User.Press(shown, shown.Button(id.ToString()));
                var modal = await opener.WaitForModalAsync();
                Assert.Equal(action.Fields.Select(field => field.Value?.Reveal() ?? ""), modal.Inputs.Select(input => input.Value ?? ""));
                seat.User.Submit(opener, boxes);
            }
            else if (action.Kind == ActionKind.Select)
            {
                seat.User.Choose(shown, shown.Select(id.ToString()), [.. values]);
            }
            else
            {
                seat.User.Press(shown, shown.Button(id.ToString()));
            }
        });
    }

    public async Task AdvanceAsync(TimeSpan by, bool asleep)
    {
        foreach (var seat in seats.Values)
        {
            seat.Screen.Begin();
        }

        await bot.AdvanceAsync(by, asleep);
        await ShowAllAsync();
    }

    public void LoseMessages()
    {
        losing = true;
        bot.Discord.Faults.When(request => request.Route.Split('/')[1] is "channels" or "webhooks" ? Fault.BadGateway : null);
    }

    public async Task RestartAsync(string? otherGuides)
    {
        foreach (var seat in seats.Values)
        {
            seat.Screen.Begin();
        }

        bot.Discord.Faults.Clear();
        losing = false;
        await bot.RestartAsync(guides: otherGuides);
        await ShowAllAsync();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    /// <summary>Nothing of it stands in anybody's direct messages or for all to see, and everybody knows how to open theirs.</summary>
    public void AssertAlone()
    {
        Assert.Empty(bot.Discord.Guild.Public);
        Assert.All(seats.Values, seat =>
        {
            Assert.DoesNotContain(seat.User.Direct, message => message.IsFromBot);
            Assert.Contains(seat.User.Ephemeral, message => message.Content.Contains("allow direct messages", StringComparison.Ordinal));
        });
    }

    private Seat SeatOf(string person) => seats.TryGetValue(person, out var seat)
        ? seat
        : seats[person] = NewSeat(person);

    private Seat NewSeat(string person)
    {
        var seat = new Seat(new Player(bot, bot.Discord.AddUser(person.ToLowerInvariant())));
        seat.User.AcceptsDirectMessages = !closed;
        return seat;
    }

    private static ShownMessage LastOf(Seat seat) => seat.User.Sees.Last(one => one.IsFromBot);

    private Task<TurnAnswer> DoAsync(string person, Action<Seat> act) => DoAsync(person, seat =>
    {
        act(seat);
        return Task.CompletedTask;
    });

    private static IEnumerable<string> Pieces(string text)
    {
        const int most = 2000;
        while (text.Length > most)
        {
            var cut = text.LastIndexOf(' ', most - 1);
            yield return text[..cut];
            text = text[(cut + 1)..];
        }

        yield return text;
    }

    private async Task<TurnAnswer> DoAsync(string person, Func<Seat, Task> act, int texts = 0)
    {
        var seat = SeatOf(person);
        seat.Screen.Begin();
        var before = await seat.Player.SeqAsync();
        var newest = seat.User.Ephemeral is [.., var last] ? last.Id : 0;
        await act(seat);
        var refusal = default(ShownMessage);
        await Player.WaitAsync(
            async () => (refusal = seat.User.Ephemeral.FirstOrDefault(one => one.Id > newest && !one.IsThinking)) is not null
                || await seat.Player.SeqAsync() != before,
            "the turn");
        if (await seat.Player.SeqAsync() == before)
        {
            return new TurnAnswer(TurnResult.Stale, before, [], MarkdownTests.Unescaped(refusal!.Content));
        }

        if (before > 0 && await seat.Player.SeqAsync() == 0)
        {
            await FarewellAsync(seat, before, newest);
            return new TurnAnswer(TurnResult.Taken, before, []);
        }

        await Player.WaitAsync(
            async () => (await bot.Loop.ReadAsync(seat.Who, before, CancellationToken.None)).Count(message => message.From == Sender.Person) >= texts, "every text");
        if (texts > 0)
        {
            await FetchAsync(seat);
        }

        await ShowAsync(seat);
        return new TurnAnswer(TurnResult.Taken, await seat.Player.SeqAsync(), []);
    }

    private async Task ShowAllAsync()
    {
        foreach (var seat in seats.Values)
        {
            await FetchAsync(seat);
            await ShowAsync(seat);
        }
    }

    // Where direct messages are closed, what waits comes with the next command; what that one says itself belongs to no transcript.
    private async Task FetchAsync(Seat seat)
    {
        if (!closed || losing || (await bot.UnsettledAsync(seat.Who)).Count == 0)
        {
            return;
        }

        var before = await seat.Player.SeqAsync();
        Assert.DoesNotContain(seat.User.Direct, message => message.IsFromBot);
        seat.User.Run(bot.Discord.Guild, "help");
        await seat.Player.TakenAsync(before);
        seat.Left.UnionWith((await bot.Loop.ReadAsync(seat.Who, before, CancellationToken.None)).Select(message => message.Id));
    }

    // What the bot said since, once all of it stands on the screen.
    private async Task ShowAsync(Seat seat)
    {
        if (losing)
        {
            return;
        }

        await seat.Player.ShownAsync();
        foreach (var message in await bot.Loop.ReadAsync(seat.Who, seat.Screen.Seen, CancellationToken.None))
        {
            if (seat.Left.Contains(message.Id))
            {
                continue;
            }

            if (message.From == Sender.Bot && closed)
            {
                HoldAlone(seat, message);
            }
            else if (message.From == Sender.Bot)
            {
                var reference = await bot.ReferenceAsync(seat.Who, message.Id);
                DiscordScreen.Hold(message, seat.User.Sees.FirstOrDefault(shown => shown.Id == reference));
            }

            seat.Screen.Show(message);
        }
    }

    // What was shown to somebody alone can't be changed for ever: its first looks count.
    private static void HoldAlone(Seat seat, Message message)
    {
        if (!message.Removed && !(message.Edited && message.Actions.IsEmpty))
        {
            DiscordScreen.Hold(message, seat.User.Ephemeral.LastOrDefault(shown => message.Actions.IsEmpty
                ? shown.Files.All(file => message.File is not { } sent || sent.Name == file.Name)
                    && MarkdownTests.Unescaped(shown.Content).Contains(message.Text.Reveal().Trim(), StringComparison.Ordinal)
                : shown.Components.Any(component => CustomId.Parse(component.CustomId)?.Action.Message == message.Id)));
        }
    }

    // Everything is gone; one last message says so.
    private async Task FarewellAsync(Seat seat, long before, ulong newest)
    {
        await bot.Discord.WaitUntilAsync(() => !seat.User.Direct.Any(shown => shown.IsFromBot));
        foreach (var message in seat.Screen.InSight.ToList())
        {
            seat.Screen.Show(message with { Removed = true, Actions = [], Text = default, Card = null });
        }

        var last = await seat.User.WaitForAsync(shown => shown.Id > newest && shown is { Where: ShownWhere.OnlyYou, IsThinking: false });
        seat.Screen.Show(new Message
        {
            Id = new MessageId((long)last.Id),
            Seq = before + 1,
            At = bot.Time.GetUtcNow(),
            Kind = MessageKind.Note,
            Text = new PrivateText(MarkdownTests.Unescaped(last.Content)),
        });
        seat.Screen.Restart();
    }

    private static JsonArray Options(string name, List<(string Name, string Value)> given)
    {
        var options = new JsonArray([.. given.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["type"] = 3, ["value"] = option.Value })]);
        return name.Split(' ') is [_, var sub] ? [new JsonObject { ["name"] = sub, ["type"] = 1, ["options"] = options }] : options;
    }

    private sealed record Seat(Player Player)
    {
        public ChatScreen Screen { get; } = new();

        /// <summary>Messages of the commands that fetched others.</summary>
        public HashSet<MessageId> Left { get; } = [];

        public LoopbackUser User => Player.User;

        public PlatformIdentity Who => Origin.Identify(User.Id);
    }
}
