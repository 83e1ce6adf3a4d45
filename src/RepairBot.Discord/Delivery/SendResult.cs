using System.Net;

namespace RepairBot.Discord.Delivery;

/// <summary>How sending one message ended.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The person sees this version, or no longer sees what was removed.</summary>
    internal sealed record Shown(DiscordReference Reference) : SendResult;

    /// <summary>Direct messages do not reach the person.</summary>
    internal sealed record Closed : SendResult;

    /// <summary>The channel that was known is gone; another has to be opened.</summary>
    internal sealed record ChannelGone : SendResult;

    /// <summary>Not now.</summary>
    /// <param name="After">How long to wait; null for the usual rest.</param>
    internal sealed record Later(TimeSpan? After) : SendResult;

    /// <summary>Discord will never take it as it is: a defect of this program.</summary>
    internal sealed record Refused(HttpStatusCode Status, int Code) : SendResult;
}
