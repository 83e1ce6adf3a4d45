using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Core.Storage;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Http;
using RepairBot.Discord.Rendering;
using RepairBot.LoopbackDiscord;
using RepairBot.Testing;
using RepairBot.Testing.Storage;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>People on Discord with the real engine, the real outbox and a store in memory; the process can be killed and started again.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    private static readonly Lazy<Readers> Shared = new(() => new Readers(
        new Screen(),
        ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines,
        GuideShelf.Load(Repository.Guides, "en"),
        new Operator("a test", "nobody", "", null, "en", TimeSpan.FromDays(90))));

    private readonly TemporaryDirectory directory = new();
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly DeliveryPace pace;
    private readonly LoopbackServer? over;
    private readonly KeyRing keys;
    private readonly Turn turn = new(Shared.Value);
    private int events;

    /// <param name="time">The time.</param>
    /// <param name="pace">How patiently messages are sent; null for the usual.</param>
    /// <param name="over">A server on loopback; null for a Discord behind an HTTP handler.</param>
    public DeliveryWorld(TimeProvider time, DeliveryPace? pace = null, LoopbackServer? over = null)
    {
        (this.time, this.over) = (time, over);
        this.pace = pace ?? new DeliveryPace();
        Discord = new FakeDiscord(time);
        http = over is null
            ? DiscordRest.Client(new Uri("http://discord.test/api/v10/"), "token", Discord)
            : DiscordRest.Client(over.ApiBaseUrl, over.Token);
        keys = KeyRing.Open(directory.PathOf("keys"), directory.PathOf("keys/master.key"), dataExists: false, time);
        (Outbox, Loop) = Begin();
    }

    public FakeDiscord Discord { get; }

    public IStore Store { get; } = new InMemoryStore();

    public Outbox Outbox { get; private set; }

    public TurnLoop Loop { get; private set; }

    public OutgoingMessages Outgoing => new(Store, keys);

    public Reach Reach => new(Outgoing);

    public static PlatformIdentity Who(ulong person) => new(Courier.Platform, $"{person}");

    public Task<TurnAnswer> CommandAsync(ulong person, string name) =>
        Loop.HandleAsync(Who(person), new ChatEvent.Command($"e{++events}", Seed(person), name, []), CancellationToken.None);

    public Task<TurnAnswer> PressAsync(ulong person, Message message, string name)
    {
        var action = message.Actions.First(action => action.Name == name);
        return Loop.HandleAsync(
            Who(person), new ChatEvent.Pressed($"e{++events}", Seed(person), message.Id, action.Id, [], []), CancellationToken.None);
    }

    /// <summary>Ends as a kill would, and starts again over the same store.</summary>
    public async Task RestartAsync()
    {
        await Outbox.DisposeAsync();
        (Outbox, Loop) = Begin();
        Outbox.Start();
    }

    /// <summary>The sum of what waits.</summary>
    public async Task<int> WaitingAsync() => (await Store.UnsettledAsync(int.MaxValue, CancellationToken.None)).Count;

    /// <summary>Waits until nothing does, looking every <paramref name="pause"/>.</summary>
    public async Task SettledAsync(TimeSpan pause)
    {
        while (await WaitingAsync() > 0)
        {
            await Task.Delay(pause, time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Outbox.DisposeAsync();
        http.Dispose();
        keys.Dispose();
        await Store.DisposeAsync();
        directory.Dispose();
    }

    private (Outbox, TurnLoop) Begin()
    {
        var platforms = new DeliveringPlatforms(Courier.Platform);
        var rest = new DiscordRest(http, over is null ? new RateLimits(time, perSecond: 500) : new RateLimits(time), time);
        var opener = new ChannelOpener(rest, new DirectChannels(), pace, time);
        var sender = new MessageSender(rest, new Doubts(time), pace, time);
        var goodbye = new Goodbye(Outgoing, sender, opener, View, time);
        var courier = new Courier(Outgoing, sender, opener, goodbye, View, NullLogger<Courier>.Instance);
        return (
            new Outbox(
                Outgoing,
                platforms,
                new Rounds(courier, pace, time, NullLogger<Rounds>.Instance),
                new Sweep(Outgoing, pace, time, NullLogger<Sweep>.Instance),
                NullLogger<Outbox>.Instance),
            new TurnLoop(Store, keys, turn, platforms, time, NullLogger<TurnLoop>.Instance));
    }

    private static MessageBody? View(Message message, Recipient recipient) => MessageRenderer.Render(message, RenderContext.Plain);

    private ulong Seed(ulong person) => unchecked((person * 1_000_003) + (ulong)events);
}
