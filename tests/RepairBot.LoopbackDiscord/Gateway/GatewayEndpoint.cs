using Microsoft.AspNetCore.Http;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>Takes a socket and serves it to its end.</summary>
internal sealed class GatewayEndpoint(DiscordState state)
{
    public async Task ServeAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!state.Gateway.AcceptsConnections)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var query = http.Request.Query;
        using var frames = new SocketFrames(isCompressed: query["compress"] == "zlib-stream");
        using var connection = state.Gateway.Add(number => new GatewayConnection(state, socket, http, number, frames));
        state.Log.Add(new Traffic.LoggedConnection(connection.Number, http.Request.Path, http.Request.QueryString.Value ?? ""));
        var protocol = new GatewayProtocol(state, connection);
        lock (state.Gate)
        {
            protocol.Greet(query["v"], query["encoding"]);
        }

        using var watch = Watch(connection);
        await connection.RunAsync(protocol.Receive);
        lock (state.Gate)
        {
            connection.End();
            connection.Session?.Detach(connection);
        }

        state.Changed.Pulse();
    }

    // A client that stops beating is thrown out after two intervals, and its session is gone.
    private ITimer Watch(GatewayConnection connection)
    {
        var interval = state.Options.HeartbeatInterval;
        return state.Options.WireTime.CreateTimer(_ => Look(), null, interval, interval);

        void Look()
        {
            lock (state.Gate)
            {
                if (!connection.IsClosed && state.Options.WireTime.GetUtcNow() - connection.LastBeatAt > interval * 2)
                {
                    connection.Session?.End();
                    connection.Close(CloseCode.SessionTimedOut);
                }
            }
        }
    }
}
