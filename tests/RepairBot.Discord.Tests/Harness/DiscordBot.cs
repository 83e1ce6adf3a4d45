using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Delivery;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Core.Storage;
using RepairBot.Discord.Commands;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Hosting;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Harness;

/// <summary>The whole bot against a Discord on loopback: the real engine, the real library, a store in memory, a clock that can be moved.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private static readonly Screen BuiltIn = new();
    private static readonly HelpLines Lines = ((HelpLinesReading.Usable)HelpLinesFile.Load(Repository.HelpLines)).Lines;

    private readonly TemporaryDirectory directory = new();
    private readonly IStore store;
    private IHost? host;

    private DiscordBot(LoopbackServer discord, MovedTime time, IStore store) => (Discord, Time, this.store) = (discord, time, store);

    /// <summary>Discord.</summary>
    public LoopbackServer Discord { get; }

    /// <summary>The clock of both.</summary>
    public MovedTime Time { get; }

    /// <summary>The one way in, to look at what the bot knows.</summary>
    public TurnLoop Loop => Services.GetRequiredService<TurnLoop>();

    /// <summary>The bot's services.</summary>
    public IServiceProvider Services => host!.Services;

    /// <summary>Starts both and waits until the commands are there.</summary>
    /// <param name="everywhere">Commands are registered globally; otherwise in the one server.</param>
    /// <param name="store">Null for one in memory.</param>
    /// <param name="allowed">The servers the bot is for; null for all.</param>
    public static async Task<DiscordBot> StartAsync(bool everywhere = true, IStore? store = null, Func<LoopbackServer, ImmutableArray<ulong>>? allowed = null)
    {
        var time = new MovedTime();
        var discord = await LoopbackServer.StartAsync(new LoopbackOptions { Time = time });

        // A person in a test answers faster than five times in five seconds; what the limits do is tested where they are the point.
        discord.RateLimits.Buckets.Clear();
        var bot = new DiscordBot(discord, time, store ?? new InMemoryStore());
        await bot.RunAsync(everywhere ? null : discord.Guild, Repository.Guides, allowed?.Invoke(discord) ?? []);
        return bot;
    }

    // Discord has the commands a moment before the bot has read what they are called by.
    private bool KnowsItsCommands => !Services.GetRequiredService<CommandIds>().Known.IsEmpty;

    /// <summary>Ends the program and starts it again.</summary>
    public async Task RestartAsync(bool everywhere = true, string? guides = null)
    {
        await StopAsync();
        await RunAsync(everywhere, guides);
    }

    /// <summary>Starts the program again after it was ended.</summary>
    public Task RunAsync(bool everywhere = true, string? guides = null) =>
        RunAsync(everywhere ? null : Discord.Guild, guides ?? Repository.Guides, []);

    /// <summary>Moves the clock on and serves what comes due, on the way or, asleep, at the end.</summary>
    public async Task AdvanceAsync(TimeSpan by, bool asleep = false)
    {
        var clock = Time.Standing;
        var until = clock.GetUtcNow() + by;
        if (!asleep)
        {
            while (await store.NextDueAsync(CancellationToken.None) is { } next && next <= until)
            {
                Time.Advance(next > clock.GetUtcNow() ? next - clock.GetUtcNow() : TimeSpan.Zero);
                await ServeAsync();
            }
        }

        Time.Advance(until - clock.GetUtcNow());
        await ServeAsync();
    }

    /// <summary>What Discord has not confirmed yet of a person's messages.</summary>
    public async Task<IReadOnlyList<Message>> UnsettledAsync(PlatformIdentity who)
    {
        var outgoing = Services.GetRequiredService<OutgoingMessages>();
        return await outgoing.FindAsync(who, CancellationToken.None) is { } person
            ? [.. (await outgoing.WaitingAsync(person, 0, CancellationToken.None)).Select(waiting => waiting.Message)]
            : [];
    }

    /// <summary>Discord's id of a message as it was shown last; null when it was not.</summary>
    public async Task<ulong?> ReferenceAsync(PlatformIdentity who, MessageId message)
    {
        var keys = Services.GetRequiredService<KeyRing>();
        return await Services.GetRequiredService<OutgoingMessages>().FindAsync(who, CancellationToken.None) is { } person
            && await store.LoadMessageAsync(person, message, CancellationToken.None) is { Reference.IsEmpty: false } row
            ? DiscordReference.Read(new Sealer(keys).Open(Seal.OfReference(person, message, row.ReferenceSeq), row.Reference).ToArray())?.Message
            : null;
    }

    /// <summary>How many people's keys there are, the adapter's own list of random ids left out.</summary>
    public int KeptForAnybody => Directory.GetFiles(directory.PathOf(Path.Combine("keys", "people")), "*", SearchOption.AllDirectories).Length - 1;

    /// <summary>Ends the program.</summary>
    public async Task StopAsync()
    {
        if (host is { } running)
        {
            host = null;
            await running.StopAsync();
            await ((IAsyncDisposable)running).DisposeAsync();
        }
    }

    /// <summary>Everything that Discord's own description says is wrong about what was sent so far.</summary>
    public IEnumerable<string> Violations =>
        Discord.Description.Violations.Select(violation => violation.ToString() ?? "").Where(violation => violation.StartsWith("request ", StringComparison.Ordinal));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        await store.DisposeAsync();
        directory.Dispose();
    }

    private Task<int> ServeAsync() => Services.GetRequiredService<ReminderLoop>().ServeDueAsync(CancellationToken.None);

    private async Task RunAsync(LoopbackGuild? guild, string guides, ImmutableArray<ulong> allowed)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services
            .AddLogging()
            .AddSingleton(Time.Standing)
            .AddKeyedSingleton<TimeProvider>(DiscordRegistration.WireTime, Time)
            .AddSingleton(_ => KeyRing.Open(directory.PathOf("keys"), Path.Combine(directory.PathOf("keys"), "master.key"), dataExists: false, Time))
            .AddSingleton(_ => store)
            .AddSingleton(_ => GuideShelf.Load(guides, "en"))
            .AddSingleton(BuiltIn)
            .AddSingleton(Lines)
            .AddSingleton(new Operator("The garden club", "", "", "GB", "en", TimeSpan.FromDays(90)))
            .AddSingleton<Readers>()
            .AddSingleton<Turn>()
            .AddSingleton(new DeliveringPlatforms(DiscordRegistration.Platform))
            .AddSingleton<TurnLoop>()
            .AddSingleton<ReminderLoop>()
            .AddDiscord(new DiscordSettings
            {
                Token = Discord.Token,
                GuildId = guild?.Id,
                AllowedGuilds = allowed,
                ApiBaseUrl = Discord.ApiBaseUrl,
                GatewayUrl = Discord.GatewayUrl,
            });
        host = builder.Build();
        await host.StartAsync();
        await Player.WaitAsync(() => Task.FromResult(Services.IsDiscordConnected() && Discord.CommandsIn(guild).Count > 0 && KnowsItsCommands), "the connection");
    }
}
