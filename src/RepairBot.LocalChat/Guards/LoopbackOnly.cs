using Microsoft.AspNetCore.Http;
using RepairBot.LocalChat.Api;

namespace RepairBot.LocalChat.Guards;

/// <summary>
/// Answers only to this machine's own names. A page of another site may know the port and point a name of its own at 127.0.0.1; its Host
/// or Origin gives it away.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        var port = context.Connection.LocalPort;
        if (!IsOurs(context.Request.Host.Value, port))
        {
            return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "This address answers only to names of the machine it runs on.");
        }

        var origin = context.Request.Headers.Origin;
        return origin.Count == 0 || origin is [var only] && IsOurOrigin(only, port)
            ? next(context)
            : Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "Other sites may not use this address.");
    }

    private static bool IsOurOrigin(string? origin, int port)
    {
        const string Scheme = "http://";
        return origin is not null && origin.StartsWith(Scheme, StringComparison.Ordinal) && IsOurs(origin[Scheme.Length..], port);
    }

    private static bool IsOurs(string? host, int port) =>
        Names.Any(name => string.Equals(host, $"{name}:{port}", StringComparison.OrdinalIgnoreCase)
            || port == 80 && string.Equals(host, name, StringComparison.OrdinalIgnoreCase));
}
