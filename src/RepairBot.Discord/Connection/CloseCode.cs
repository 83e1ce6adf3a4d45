namespace RepairBot.Discord.Connection;

/// <summary>Why Discord ended a connection, as far as the bot acts on it.</summary>
internal static class CloseCode
{
    /// <summary>Discord does not take the token.</summary>
    public const int AuthenticationFailed = 4004;

    /// <summary>The session is no longer valid: a new one may begin.</summary>
    public const int SessionNotValid = 4006;

    /// <summary>The session timed out: a new one may begin.</summary>
    public const int SessionTimedOut = 4009;

    /// <summary>What the operator can do about an end that is for good; null for any other, after which the bot connects again.</summary>
    public static string? CureOf(int code) => code switch
    {
        AuthenticationFailed => "Discord does not take the bot's token. Make a new one in the developer portal (Bot, Reset Token) and set Discord:Token to it.",
        4010 or 4011 => "Discord wants this bot split into shards. It is made for one or a few private servers: invite it to fewer, or use a bot of its own for yours.",
        4012 => "Discord no longer speaks the version of its gateway that this program uses. Install a newer RepairBot.",
        4013 => "Discord does not know an intent that this program asked for. Install a newer RepairBot.",
        4014 => "Discord refused an intent that this program asked for. RepairBot needs none of the privileged ones: check in the developer portal that the bot is not restricted.",
        _ => null,
    };
}
