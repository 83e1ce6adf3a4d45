namespace RepairBot.LoopbackDiscord;

/// <summary>How a <see cref="LoopbackServer"/> starts. Everything has Discord's own value by default.</summary>
public sealed record LoopbackOptions
{
    /// <summary>The time of deadlines, ages and ids: 3 s, 15 min, the hour of edits, the day of IDENTIFYs and command creates. A test may move it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The time a client really waits by: rate limits, sends on the socket, the pause between IDENTIFYs, heartbeats.</summary>
    public TimeProvider WireTime { get; init; } = TimeProvider.System;

    /// <summary>The bot's token at the start.</summary>
    public string Token { get; init; } = "loopback.token.of-the-bot";

    /// <summary>The name the bot goes by.</summary>
    public string BotName { get; init; } = "RepairBot";

    /// <summary>The interval said in HELLO.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>The privileged intents switched on for the application; the rest are refused with close code 4014.</summary>
    public GatewayIntents PrivilegedIntents { get; init; } = GatewayIntents.None;

    /// <summary>False lets requests without Discord's User-Agent pass.</summary>
    public bool NeedsUserAgent { get; init; } = true;

    /// <summary>False skips the check of requests and answers against Discord's own description, where speed is measured.</summary>
    public bool ChecksDescription { get; init; } = true;

    /// <summary>Numbers Discord enforces.</summary>
    public LoopbackLimits Limits { get; init; } = new();
}
