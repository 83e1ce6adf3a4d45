using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>A session: it outlives its socket for a while and keeps what it sent, for RESUME. Used only under the state's gate.</summary>
internal sealed class GatewaySession(DiscordState state, string id, GatewayIntents intents, int shard, int shards)
{
    private readonly List<(int Seq, string Payload, string Name)> sent = [];
    private DateTimeOffset? detachedAt;

    public string Id => id;

    public int Seq { get; private set; }

    /// <summary>The socket it has now.</summary>
    public GatewayConnection? Connection { get; private set; }

    public bool HasEnded { get; private set; }

    public bool IsAlive => !HasEnded && (detachedAt is not { } since || state.Options.WireTime.GetUtcNow() - since <= state.Options.Limits.ResumeWindow);

    public bool Wants(GatewayEvent happened)
    {
        var of = happened.Guild is { } guild ? (int)((guild >> 22) % (ulong)shards) : 0;
        return of == shard && (happened.Intent == GatewayIntents.None || intents.HasFlag(happened.Intent));
    }

    public void Send(string name, JsonNode data)
    {
        Seq++;
        var payload = $$"""{"t":"{{name}}","s":{{Seq}},"op":0,"d":{{data.ToJsonString()}}}""";
        sent.Add((Seq, payload, name));
        Connection?.Send(Opcode.Dispatch, payload, name, Seq);
    }

    public void Attach(GatewayConnection connection)
    {
        Connection = connection;
        detachedAt = null;
    }

    /// <summary>The socket went; what happens from now on is kept for RESUME.</summary>
    public void Detach(GatewayConnection connection)
    {
        if (Connection == connection)
        {
            Connection = null;
            detachedAt = state.Options.WireTime.GetUtcNow();
        }
    }

    public void End() => HasEnded = true;

    /// <summary>Sends again what the client has not seen.</summary>
    public void Replay(int after)
    {
        foreach (var (seq, payload, name) in sent.Where(message => message.Seq > after).ToList())
        {
            Connection?.Send(Opcode.Dispatch, payload, name, seq);
        }
    }
}
