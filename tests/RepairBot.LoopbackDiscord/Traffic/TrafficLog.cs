using System.Collections.Concurrent;
using RepairBot.LoopbackDiscord.Gateway;

namespace RepairBot.LoopbackDiscord.Traffic;

/// <summary>Everything that went over the wire, in order.</summary>
public sealed class TrafficLog
{
    private readonly ConcurrentQueue<LoggedRequest> requests = new();
    private readonly ConcurrentQueue<LoggedFrame> frames = new();
    private readonly ConcurrentQueue<LoggedConnection> connections = new();
    private readonly ConcurrentQueue<LoggedClose> closes = new();
    private int count;

    /// <summary>REST requests.</summary>
    public IReadOnlyList<LoggedRequest> Requests => [.. requests];

    /// <summary>Gateway payloads in both directions.</summary>
    public IReadOnlyList<LoggedFrame> Frames => [.. frames];

    /// <summary>Gateway sockets that were opened.</summary>
    public IReadOnlyList<LoggedConnection> Connections => [.. connections];

    /// <summary>Gateway sockets that were closed with a code.</summary>
    public IReadOnlyList<LoggedClose> Closes => [.. closes];

    /// <summary>How many IDENTIFYs came, let in or not.</summary>
    public int Identifies => Sent(Opcode.Identify);

    /// <summary>How many RESUMEs came.</summary>
    public int Resumes => Sent(Opcode.Resume);

    /// <summary>Requests that write application commands.</summary>
    public IReadOnlyList<LoggedRequest> CommandWrites =>
        [.. requests.Where(request => request.Method != "GET" && request.Route.StartsWith("/applications/{application_id}", StringComparison.Ordinal) && request.Route.Contains("/commands", StringComparison.Ordinal))];

    /// <summary>Requests of one route.</summary>
    public IReadOnlyList<LoggedRequest> To(string method, string route) => [.. requests.Where(request => request.Method == method && request.Route == route)];

    /// <summary>Requests that create the message of that nonce.</summary>
    public IReadOnlyList<LoggedRequest> WithNonce(string nonce) => [.. requests.Where(request => request.Nonce == nonce)];

    internal int NextNumber() => Interlocked.Increment(ref count);

    internal void Add(LoggedRequest request) => requests.Enqueue(request);

    internal void Add(LoggedFrame frame) => frames.Enqueue(frame);

    internal void Add(LoggedConnection connection) => connections.Enqueue(connection);

    internal void Add(LoggedClose close) => closes.Enqueue(close);

    private int Sent(Opcode opcode) => frames.Count(frame => frame.IsFromBot && frame.Opcode == opcode);
}
