using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>IDENTIFYs of the past 24 hours, and the pause between two.</summary>
internal sealed class IdentifyBudget(LoopbackOptions options)
{
    private readonly Counter day = new(new Allowance(options.Limits.IdentifiesPerDay, TimeSpan.FromDays(1)), options.Time);
    private readonly Counter pause = new(new Allowance(1, options.Limits.IdentifyPause), options.WireTime);

    /// <summary>Counts one; false when the day's are used up.</summary>
    public bool TryTakeOfDay() => day.TryTake();

    /// <summary>False when the one before was too short a while ago.</summary>
    public bool TryTakeSlot() => pause.TryTake();

    /// <summary>The <c>session_start_limit</c> of GET /gateway/bot.</summary>
    public JsonObject ToJson()
    {
        var remaining = Math.Max(0, day.Left);
        return new JsonObject
        {
            ["total"] = options.Limits.IdentifiesPerDay,
            ["remaining"] = remaining,
            ["reset_after"] = (int)Math.Max(0, day.UntilNext.TotalMilliseconds),
            ["max_concurrency"] = 1,
        };
    }
}
