using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using RepairBot.Core.Storage;
using RepairBot.LocalChat.Api;
using RepairBot.LocalChat.Guards;

namespace RepairBot.LocalChat;

/// <summary>
/// Puts the local chat into a host: the same conversation in a browser of this machine. Needs a <c>TurnLoop</c>, an <see cref="IStore"/> and
/// <see cref="Clock.ClockMoves"/> among the services.
/// </summary>
public static class LocalChatRegistration
{
    // Far more than a call may have: whoever sends too much is heard out and then told so, instead of meeting a closed connection.
    private const long LargestHeardOut = 32 * 1024 * 1024;

    /// <summary>Listens at one loopback address and at nothing else, whatever the environment says.</summary>
    public static void AddLocalChat(this WebApplicationBuilder builder, LoopbackAddress address)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Bound(kestrel, address));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(address).AddSingleton<PersonRate>().AddSingleton<PeopleApi>().AddSingleton<ClockApi>();
    }

    /// <summary>The page and the API.</summary>
    public static void UseLocalChat(this WebApplication app)
    {
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<Problems>();
        app.UseMiddleware<LoopbackOnly>();
        app.UseFileServer(new FileServerOptions
        {
            FileProvider = new EmbeddedFileProvider(typeof(LocalChatRegistration).Assembly, "RepairBot.LocalChat.wwwroot"),
        });
        app.UseRouting();

        app.Services.GetRequiredService<PeopleApi>().Map(app);
        app.Services.GetRequiredService<ClockApi>().Map(app);
        app.MapGet("/healthz", HealthAsync);
    }

    /// <summary>The address a browser opens, once the app has started.</summary>
    public static string LocalChatUrl(this WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return app.Services.GetRequiredService<LoopbackAddress>().UrlAt(new Uri(bound).Port);
    }

    private static void Bound(KestrelServerOptions kestrel, LoopbackAddress address)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestHeardOut;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        if (address.Address is { } ip)
        {
            kestrel.Listen(ip, address.Port, listen => listen.Protocols = HttpProtocols.Http1);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port, listen => listen.Protocols = HttpProtocols.Http1);
        }
    }

    private static async Task HealthAsync(HttpContext context)
    {
        await context.RequestServices.GetRequiredService<IStore>().NextDueAsync(context.RequestAborted);
        await TypedResults.Text("ok\n").ExecuteAsync(context);
    }
}
