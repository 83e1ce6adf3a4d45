using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RepairBot.Configuration;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Core.Storage;
using RepairBot.Discord.Interactions;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Storage;

namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>RepairBot as it is run, its default store on the disk included: every interaction also takes its turn and has its reply sent.</summary>
internal sealed class WholeBot : IContender
{
    private readonly TemporaryDirectory files;
    private readonly IHost program;
    private readonly SlowStore store;
    private readonly TimeSpan delay;
    private int pings;

    private WholeBot(TemporaryDirectory files, IHost program, SlowStore store, TimeSpan delay) =>
        (this.files, this.program, this.store, this.delay) = (files, program, store, delay);

    /// <summary>Starts it and waits until its commands are there.</summary>
    /// <param name="discord">Where.</param>
    /// <param name="delay">How much longer every call of the store takes than the store needs, once people were met.</param>
    public static async Task<IContender> StartAsync(LoopbackServer discord, TimeSpan delay)
    {
        var directory = new TemporaryDirectory();
        var settings = BotSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["RepairBot:DataDirectory"] = directory.PathOf("data"),
            ["RepairBot:KeyDirectory"] = directory.PathOf("keys"),
            ["Discord:Token"] = discord.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
            ["Discord:GatewayUrl"] = discord.GatewayUrl.AbsoluteUri,
        }).Build());
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services
            .AddBot(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(provider => new SlowStore(Composition.OpenStore(settings.Storage, provider.GetRequiredService<ILoggerFactory>())))
            .AddSingleton<IStore>(provider => provider.GetRequiredService<SlowStore>());
        Composition.AddDiscord(builder.Services, settings);
        var host = builder.Build();
        BotServices.Open(host.Services);
        await host.StartAsync();
        await discord.WaitUntilAsync(() => discord.CommandsIn(null).Count > 0, what: "commands");
        return new WholeBot(directory, host, host.Services.GetRequiredService<SlowStore>(), delay);
    }

    public async Task MeetAsync(IReadOnlyList<LoopbackUser> people)
    {
        foreach (var person in people)
        {
            person.RunInDirect("repair start");
        }

        await Task.WhenAll(people.Select(person => person.WaitForAsync(message => message.Buttons.Any(), TimeSpan.FromMinutes(1))));
        store.By = delay;
    }

    // The whole way that a ping takes from its turn on: commit, row, outbox.
    public Task PingAsync(LoopbackUser person) => program.Services.GetRequiredService<TurnLoop>().HandleAsync(
        Origin.Identify(person.Id),
        new ChatEvent.Command(
            string.Create(CultureInfo.InvariantCulture, $"ping-{++pings}"), (ulong)pings, "about", ImmutableDictionary<string, PrivateText>.Empty),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        store.By = TimeSpan.Zero;
        await program.StopAsync();
        await ((IAsyncDisposable)program).DisposeAsync();
        files.Dispose();
    }
}
