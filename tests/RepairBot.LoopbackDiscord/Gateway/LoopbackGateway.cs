using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>The gateway: its sessions and sockets, and what a test makes it do.</summary>
public sealed class LoopbackGateway
{
    private readonly DiscordState state;
    private readonly List<GatewaySession> sessions = [];
    private readonly List<GatewayConnection> connections = [];
    private readonly List<GatewayEvent> history = [];
    private readonly Dictionary<string, int> duplicates = [];
    private readonly AnswerScript identifies = new();
    private readonly AnswerScript resumes = new();
    private List<GatewayEvent>? held;
    private bool acknowledges = true;
    private bool accepts = true;

    internal LoopbackGateway(DiscordState state)
    {
        this.state = state;
        Identifies = new IdentifyBudget(state.Options);
    }

    /// <summary>The address that GET /gateway/bot gives.</summary>
    public string Url => $"ws://{state.Address.Authority}";

    /// <summary>The address that READY gives for resuming.</summary>
    public string ResumeUrl => $"{Url}/resume";

    /// <summary>False leaves heartbeats without an answer, as a dead line does.</summary>
    public bool AcknowledgesHeartbeats
    {
        get => Locked(() => acknowledges);
        set => Locked(() => acknowledges = value);
    }

    /// <summary>False turns new sockets away with 503.</summary>
    public bool AcceptsConnections
    {
        get => Locked(() => accepts);
        set => Locked(() => accepts = value);
    }

    /// <summary>Open sockets that are identified or resumed.</summary>
    public int ReadyConnections => Locked(() => connections.Count(connection => connection is { Session: not null, IsClosed: false }));

    internal IdentifyBudget Identifies { get; }

    /// <summary>Answers the next IDENTIFYs in this way instead of READY.</summary>
    /// <param name="answer">What to say.</param>
    /// <param name="times">How often; <see cref="int.MaxValue"/> for ever.</param>
    public void AnswerIdentify(ScriptedAnswer answer, int times = 1) => Locked(() => identifies.Add(answer, times));

    /// <summary>Answers the next RESUMEs in this way instead of replaying.</summary>
    public void AnswerResume(ScriptedAnswer answer, int times = 1) => Locked(() => resumes.Add(answer, times));

    /// <summary>Forgets scripted answers.</summary>
    public void AnswerAsUsual() => Locked(() =>
    {
        identifies.Clear();
        resumes.Clear();
    });

    /// <summary>Cuts every socket without a close frame; sessions stay and may be resumed.</summary>
    public void Drop() => Each(connection => connection.Drop());

    /// <summary>Closes every socket with a code. 4007 and 4009 end the sessions too.</summary>
    public void Close(CloseCode code) => Each(connection =>
    {
        if (code is CloseCode.InvalidSequence or CloseCode.SessionTimedOut or CloseCode.AuthenticationFailed)
        {
            connection.Session?.End();
        }

        connection.Close(code);
    });

    /// <summary>Op 7: asks every client to reconnect and resume.</summary>
    public void RequestReconnect() => Each(connection => connection.Send(Opcode.Reconnect, (JsonNode?)null));

    /// <summary>Op 9 to every client; not resumable ends the sessions.</summary>
    public void InvalidateSessions(bool isResumable) => Each(connection =>
    {
        if (connection.Session is { } session)
        {
            session.Detach(connection);
            connection.Session = null;
            if (!isResumable)
            {
                session.End();
            }
        }

        connection.Send(Opcode.InvalidSession, JsonValue.Create(isResumable));
    });

    /// <summary>Op 1: asks every client for a heartbeat at once.</summary>
    public void RequestHeartbeat() => Each(connection => connection.Send(Opcode.Heartbeat, (JsonNode?)null));

    /// <summary>Sends the next events of that name more than once.</summary>
    /// <param name="name">Such as INTERACTION_CREATE.</param>
    /// <param name="times">How many events are doubled.</param>
    public void Duplicate(string name, int times = 1) => Locked(() => duplicates[name] = times);

    /// <summary>Sends the last event of that name again, as a new one with the same content.</summary>
    public void Replay(string name) => Locked(() =>
    {
        Deliver(history.FindLast(happened => happened.Name == name) ?? throw new InvalidOperationException($"There was no {name} yet."));
    });

    /// <summary>Keeps events back until <see cref="Release"/>.</summary>
    public void Hold() => Locked(() => held ??= []);

    /// <summary>Sends what was kept back.</summary>
    /// <param name="reversed">True for the last one first.</param>
    public void Release(bool reversed = false) => Locked(() =>
    {
        var waiting = held ?? [];
        held = null;
        if (reversed)
        {
            waiting.Reverse();
        }

        waiting.ForEach(Dispatch);
    });

    /// <summary>The bot's token is worth nothing from now on: 401, and 4004 for everyone connected.</summary>
    /// <returns>The new token.</returns>
    public string ResetToken() => Locked(() =>
    {
        state.Token = $"{state.Options.Token}.{state.Ids.Next()}";
        sessions.ForEach(session => session.End());
        Close(CloseCode.AuthenticationFailed);
        return state.Token;
    });

    internal GatewayConnection Add(Func<int, GatewayConnection> make) => Locked(() =>
    {
        var connection = make(connections.Count + 1);
        connections.Add(connection);
        return connection;
    });

    internal GatewaySession Open(string id, GatewayIntents intents, int shard, int shards)
    {
        var session = new GatewaySession(state, id, intents, shard, shards);
        sessions.Add(session);
        return session;
    }

    internal GatewaySession? Find(string? id) => sessions.Find(session => session.Id == id && session.IsAlive);

    internal ScriptedAnswer? TakeIdentifyAnswer() => identifies.Take();

    internal ScriptedAnswer? TakeResumeAnswer() => resumes.Take();

    internal void Dispatch(GatewayEvent happened)
    {
        if (held is not null)
        {
            held.Add(happened);
            return;
        }

        history.Add(happened);
        Deliver(happened);
        if (duplicates.TryGetValue(happened.Name, out var left) && left > 0)
        {
            duplicates[happened.Name] = left - 1;
            Deliver(happened);
        }
    }

    private void Deliver(GatewayEvent happened)
    {
        foreach (var session in sessions.Where(session => session.IsAlive && session.Wants(happened)))
        {
            session.Send(happened.Name, happened.Data);
        }
    }

    private void Each(Action<GatewayConnection> act) => Locked(() =>
    {
        connections.Where(connection => !connection.IsClosed).ToList().ForEach(act);
    });

    private T Locked<T>(Func<T> act)
    {
        lock (state.Gate)
        {
            var result = act();
            state.Changed.Pulse();
            return result;
        }
    }

    private void Locked(Action act)
    {
        lock (state.Gate)
        {
            act();
            state.Changed.Pulse();
        }
    }
}
