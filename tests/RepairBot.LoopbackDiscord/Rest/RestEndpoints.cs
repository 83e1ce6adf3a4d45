using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RepairBot.LoopbackDiscord.Messages;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>Every operation of the API at its address.</summary>
internal sealed class RestEndpoints(DiscordState state, RestPipeline pipeline)
{
    private const string Api = "/api/v10";

    /// <summary>Every operation that is served.</summary>
    public IReadOnlyList<RestRoute> Routes { get; } =
    [
        .. new AccountRoutes(state).Routes,
        .. new ChannelRoutes(state).Routes,
        .. new MessageRoutes(state).Routes,
        .. new InteractionRoutes(state).Routes,
        .. new WebhookRoutes(state).Routes,
        .. new CommandRoutes(state).Routes,
    ];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var route in Routes)
        {
            endpoints.MapMethods(Api + route.Template, [route.Method], http => pipeline.ServeAsync(http, route));
        }

        endpoints.Map("/api/{**rest}", http => pipeline.ServeAsync(http, new RestRoute(http.Request.Method, "/{**rest}", NeedsToken: false, _ => throw DiscordError.NotFound())));
        endpoints.MapGet("/attachments/{channel_id}/{attachment_id}/{name}", DownloadAsync);
    }

    private async Task DownloadAsync(HttpContext http)
    {
        var file = ulong.TryParse((string?)http.Request.RouteValues["channel_id"], out var channel) && ulong.TryParse((string?)http.Request.RouteValues["attachment_id"], out var id)
            ? Find(channel, id)
            : null;
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = file.ContentType;
        await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    }

    private StoredAttachment? Find(ulong channel, ulong id)
    {
        lock (state.Gate)
        {
            return AttachmentFiling.Find(state, channel, id);
        }
    }
}
