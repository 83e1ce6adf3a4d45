using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using RepairBot.LoopbackDiscord.Faults;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.Schema;
using RepairBot.LoopbackDiscord.State;
using RepairBot.LoopbackDiscord.Traffic;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.LoopbackDiscord;

/// <summary>
/// A Discord in this process, at a free loopback port: REST v10, the gateway, and the people who use it. It enforces what Discord enforces and
/// fails the way Discord fails, when told to.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly DiscordState state;
    private readonly RestEndpoints endpoints;
    private readonly WebApplication app;

    private LoopbackServer(LoopbackOptions options)
    {
        state = new DiscordState(options);
        RateLimits = new RateLimits(options.WireTime);
        Description = new DescriptionCheck(options.ChecksDescription);
        Forge = new Forge(state);
        endpoints = new RestEndpoints(state, new RestPipeline(state, Faults, RateLimits, Description));
        app = Build();
        Guild = AddGuild("A quiet place");
    }

    /// <summary>The base of REST, ending in a slash.</summary>
    public Uri ApiBaseUrl => new(state.Address, "/api/v10/");

    /// <summary>The address of the gateway.</summary>
    public Uri GatewayUrl => new(state.Gateway.Url);

    /// <summary>The bot's token now.</summary>
    public string Token => state.Token;

    /// <summary>The application's id, which is the bot user's too.</summary>
    public ulong ApplicationId => state.Bot.Id;

    /// <summary>The guild there is from the start, with the bot in it.</summary>
    public LoopbackGuild Guild { get; }

    /// <summary>The gateway and its faults.</summary>
    public LoopbackGateway Gateway => state.Gateway;

    /// <summary>The faults of REST.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>The rate limits of REST.</summary>
    public RateLimits RateLimits { get; }

    /// <summary>Everything that went over the wire.</summary>
    public TrafficLog Log => state.Log;

    /// <summary>The check against Discord's own description of its API, where that is at hand.</summary>
    public DescriptionCheck Description { get; }

    /// <summary>What no honest client sends.</summary>
    public Forge Forge { get; }

    /// <summary>The operations of REST that are served, as method and route template.</summary>
    public IReadOnlyList<(string Method, string Route)> Operations => [.. endpoints.Routes.Select(route => (route.Method, route.Template))];

    /// <summary>Starts a server.</summary>
    public static async Task<LoopbackServer> StartAsync(LoopbackOptions? options = null)
    {
        var server = new LoopbackServer(options ?? new LoopbackOptions());
        await server.app.StartAsync();
        server.state.Address = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>A person; in the first guild unless told otherwise.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="locale">The language their client speaks.</param>
    /// <param name="sharesGuild">False for somebody who shares no guild with the bot.</param>
    public LoopbackUser AddUser(string name, string locale = "en-US", bool sharesGuild = true)
    {
        lock (state.Gate)
        {
            var record = new UserRecord(new Account(state.Ids.Next(), name, IsBot: false), locale);
            state.Users.Add(record.Id, record);
            var user = new LoopbackUser(state, record);
            if (sharesGuild)
            {
                user.Join(Guild);
            }

            return user;
        }
    }

    /// <summary>Another guild with the bot in it.</summary>
    public LoopbackGuild AddGuild(string name)
    {
        lock (state.Gate)
        {
            var record = new GuildRecord(state.Ids.Next(), name, owner: 1, state.Now);
            record.General = new DiscordChannel(state.Ids.Next(), state, record, recipient: null);
            state.Guilds.Add(record.Id, record);
            state.Channels.Add(record.General.Id, record.General);
            state.Gateway.Dispatch(new GatewayEvent("GUILD_CREATE", record.ToGatewayJson(state.Bot), record.Id, GatewayIntents.Guilds));
            return new LoopbackGuild(state, record);
        }
    }

    /// <summary>The names of the commands registered in one scope, in order.</summary>
    /// <param name="guild">The guild; null for the global ones.</param>
    public IReadOnlyList<string> CommandsIn(LoopbackGuild? guild)
    {
        lock (state.Gate)
        {
            return [.. state.Commands.In(guild?.Id).All.Select(command => command.Name)];
        }
    }

    /// <summary>Waits until something holds, looking again after each thing that happens.</summary>
    /// <exception cref="TimeoutException">It did not hold in that real time, 30 s when none is given.</exception>
    public Task WaitUntilAsync(Func<bool> holds, TimeSpan? timeout = null, string what = "such state") =>
        state.Changed.WaitForAsync(() => holds() ? this : null, timeout ?? LoopbackUser.Patience, what);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Gateway.Drop();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4L * state.Options.Limits.RequestBytes;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        var built = builder.Build();
        built.UseWebSockets();
        built.UseRouting();
        endpoints.Map(built);
        built.MapFallback(new GatewayEndpoint(state).ServeAsync);
        return built;
    }
}
