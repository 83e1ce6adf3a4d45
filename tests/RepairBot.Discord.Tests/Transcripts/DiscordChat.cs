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
/// what stands on their screens.
/// </summary>
internal sealed class DiscordChat(DiscordBot bot) : ITranscriptChat
{
    private readonly SortedDictionary<string, Seat> seats = new(StringComparer.Ordinal);
    private bool losing;

    public ChatScreen ScreenOf(string person) => SeatOf(person).Screen;

    public Task<TurnAnswer> CommandAsync(string person, string name, params IEnumerable<(string Name, string Value)> options) => DoAsync(person, seat =>
    {
        var given = options.ToList();
        try
        {
            seat.User.RunInDirect(name, [.. given.Select(option => (option.Name, (object)option.Value))]);
        }
        catch (NotPossibleException)
        {
            // The client does not let it through; somebody may send it all the same.
            bot.Discord.Forge.Command(seat.User, null, name.Split(' ')[0], Options(name, given));
        }
    });

    public Task<TurnAnswer> TypeAsync(string person, string text, bool unseen)
    {
        // Texts within two seconds belong together; a client sends a long one in pieces.
        bot.Time.Pass(unseen ? TimeSpan.Zero : TimeSpan.FromSeconds(3));
        var pieces = Pieces(text).ToList();
        return DoAsync(person, seat =>
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
                bot.Discord.Forge.Submit(seat.User, (id with { Gesture = Gesture.Submit }).ToString(), [.. boxes.Select(box => (box.Id, (string)box.Item2))]);
            }
            else if (shown is null)
            {
                bot.Discord.Forge.Choose(seat.User, id.ToString(), seat.User.Direct.Last(one => one.IsFromBot), [.. values]);
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
        bot.Discord.Faults.When(request => request.Route.StartsWith("/channels/", StringComparison.Ordinal) ? Fault.BadGateway : null);
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

    private Seat SeatOf(string person) => seats.TryGetValue(person, out var seat)
        ? seat
        : seats[person] = new Seat(new Player(bot, bot.Discord.AddUser(person.ToLowerInvariant())));

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
        await ShowAsync(seat);
        return new TurnAnswer(TurnResult.Taken, await seat.Player.SeqAsync(), []);
    }

    private async Task ShowAllAsync()
    {
        foreach (var seat in seats.Values)
        {
            await ShowAsync(seat);
        }
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
            if (message.From == Sender.Bot)
            {
                var reference = await bot.ReferenceAsync(seat.Who, message.Id);
                DiscordScreen.Hold(message, seat.User.Sees.FirstOrDefault(shown => shown.Id == reference));
            }

            seat.Screen.Show(message);
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

        public LoopbackUser User => Player.User;

        public PlatformIdentity Who => Origin.Identify(User.Id);
    }
}
