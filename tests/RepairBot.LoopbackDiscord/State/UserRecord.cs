namespace RepairBot.LoopbackDiscord.State;

/// <summary>What Discord knows of a person.</summary>
internal sealed class UserRecord(Account account, string locale)
{
    public Account Account => account;

    public ulong Id => account.Id;

    /// <summary>Pulsed when something changes in this person's sight: many wait at once, each for their own.</summary>
    public Signal Sight { get; } = new();

    public string Locale { get; set; } = locale;

    /// <summary>False: messages from people who only share a server are refused.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    public bool HasBlockedBot { get; set; }

    /// <summary>The app is installed to the account itself.</summary>
    public bool HasInstalledApp { get; set; }

    /// <summary>The direct messages with the bot, once opened from either side.</summary>
    public DiscordChannel? Direct { get; set; }
}
