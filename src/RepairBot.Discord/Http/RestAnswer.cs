using System.Net;

namespace RepairBot.Discord.Http;

/// <summary>How one call to Discord ended.</summary>
internal abstract record RestAnswer
{
    private RestAnswer()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Body">JSON; empty when Discord sent none.</param>
    internal sealed record Done(ReadOnlyMemory<byte> Body) : RestAnswer;

    /// <summary>Discord said no, and will again.</summary>
    /// <param name="Status">Such as 403.</param>
    /// <param name="Code">Discord's own code; 0 when it gave none.</param>
    internal sealed record Refused(HttpStatusCode Status, int Code) : RestAnswer;

    /// <summary>Nothing was done: too many calls.</summary>
    /// <param name="After">How long to wait.</param>
    internal sealed record Limited(TimeSpan After) : RestAnswer;

    /// <summary>Nobody can say whether it was done.</summary>
    /// <param name="Why">What happened.</param>
    internal sealed record Unknown(Trouble Why) : RestAnswer;
}

/// <summary>Why nobody can say whether a call was done.</summary>
internal enum Trouble
{
    /// <summary>A server on the way failed (5xx), or answered with something that is not Discord's.</summary>
    Server,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The connection broke, or there was none.</summary>
    Connection,
}

/// <summary>Discord's own codes for a refusal, as far as the bot acts on them.</summary>
internal static class RefusalCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int OpeningTooFast = 40003;
    public const int AlreadyAcknowledged = 40060;
    public const int CannotMessageThisUser = 50007;
    public const int InvalidWebhookToken = 50027;
    public const int NoMutualServer = 50278;
}
