using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>What the gateway does with what the bot sends. Runs under the state's gate.</summary>
internal sealed class GatewayProtocol(DiscordState state, GatewayConnection connection)
{
    public void Greet(string? version, string? encoding)
    {
        if (version is not (null or "10" or "9"))
        {
            connection.Close(CloseCode.InvalidVersion);
            return;
        }

        if (encoding is not (null or "json"))
        {
            connection.Close(CloseCode.DecodeError);
            return;
        }

        connection.Send(Opcode.Hello, new JsonObject
        {
            ["heartbeat_interval"] = (int)state.Options.HeartbeatInterval.TotalMilliseconds,
            ["_trace"] = new JsonArray("loopback"),
        });
    }

    public void Receive(JsonObject payload)
    {
        var data = payload["d"] as JsonObject ?? [];
        switch ((Opcode)(int)payload["op"]!)
        {
            case Opcode.Heartbeat:
                Beat();
                break;
            case Opcode.Identify:
                Identify(data);
                break;
            case Opcode.Resume:
                Resume(data);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers:
                if (connection.Session is null)
                {
                    connection.Close(CloseCode.NotAuthenticated);
                }

                break;
            default:
                connection.Close(CloseCode.UnknownOpcode);
                break;
        }
    }

    private void Beat()
    {
        connection.LastBeatAt = state.Options.WireTime.GetUtcNow();
        if (state.Gateway.AcknowledgesHeartbeats)
        {
            connection.Send(Opcode.HeartbeatAck, (JsonNode?)null);
        }
    }

    private void Identify(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(CloseCode.AlreadyAuthenticated);
        }
        else if (state.Gateway.TakeIdentifyAnswer() is { } scripted)
        {
            scripted.Give(connection);
        }
        else if (!IsToken(data))
        {
            connection.Close(CloseCode.AuthenticationFailed);
        }
        else if (!state.Gateway.Identifies.TryTakeOfDay())
        {
            // The day's IDENTIFYs are used up: every session ends and the token is worth nothing from now on.
            state.Gateway.ResetToken();
            connection.Close(CloseCode.AuthenticationFailed);
        }
        else if (!state.Gateway.Identifies.TryTakeSlot())
        {
            connection.Send(Opcode.InvalidSession, JsonValue.Create(false));
        }
        else if (IdentifyRules.Check(data, state.Options.PrivilegedIntents) is { } refusal)
        {
            connection.Close(refusal);
        }
        else
        {
            Start(data);
        }
    }

    private void Start(JsonObject data)
    {
        var (shard, shards) = IdentifyRules.ShardOf(data);
        var intents = (GatewayIntents)(int)data["intents"]!;
        var session = state.Gateway.Open($"{state.Ids.Next():x}", intents, shard, shards);
        connection.Session = session;
        session.Attach(connection);
        session.Send("READY", ReadyPayload.Of(state, session, shard, shards));
        foreach (var guild in state.Guilds.Values.Where(guild => guild.HasBot))
        {
            var created = new GatewayEvent("GUILD_CREATE", guild.ToGatewayJson(state.Bot), guild.Id, GatewayIntents.Guilds);
            if (session.Wants(created))
            {
                session.Send(created.Name, created.Data);
            }
        }
    }

    private void Resume(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(CloseCode.AlreadyAuthenticated);
            return;
        }

        if (state.Gateway.TakeResumeAnswer() is { } scripted)
        {
            scripted.Give(connection);
            return;
        }

        if (!IsToken(data))
        {
            connection.Close(CloseCode.AuthenticationFailed);
            return;
        }

        var session = state.Gateway.Find(data["session_id"]?.ToString());
        if (session is null)
        {
            connection.Send(Opcode.InvalidSession, JsonValue.Create(false));
            return;
        }

        var seq = data["seq"] is JsonValue value && value.TryGetValue(out int known) ? known : 0;
        if (seq > session.Seq)
        {
            session.End();
            connection.Close(CloseCode.InvalidSequence);
            return;
        }

        session.Connection?.Close(CloseCode.UnknownError);
        connection.Session = session;
        session.Attach(connection);
        session.Replay(seq);
        session.Send("RESUMED", new JsonObject { ["_trace"] = new JsonArray("loopback") });
    }

    private bool IsToken(JsonObject data) => data["token"]?.ToString() is { } token && (token == state.Token || token == $"Bot {state.Token}");
}
