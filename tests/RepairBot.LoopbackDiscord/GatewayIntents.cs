namespace RepairBot.LoopbackDiscord;

/// <summary>Discord's gateway intents.</summary>
[Flags]
public enum GatewayIntents
{
    /// <summary>What is always sent: READY, RESUMED, INTERACTION_CREATE.</summary>
    None = 0,
    Guilds = 1 << 0,

    /// <summary>Privileged.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Privileged.</summary>
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,

    /// <summary>Privileged.</summary>
    MessageContent = 1 << 15,

    /// <summary>Those that the application must be granted.</summary>
    Privileged = GuildMembers | GuildPresences | MessageContent,
}
