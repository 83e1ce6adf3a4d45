using System.Collections.Immutable;

namespace RepairBot.Core.CheckIns;

/// <summary>What a check-in asks.</summary>
public enum CheckInQuestion
{
    /// <summary>How the promise goes.</summary>
    Promise,

    /// <summary>Whether to stop asking, since nothing came back.</summary>
    ShallIStop,
}

/// <summary>A check-in to come.</summary>
/// <param name="At">When it comes, UTC.</param>
/// <param name="Wish">The day and time it stands for, before days off and quiet hours; the zone is looked up anew when it moves.</param>
/// <param name="Question">What it asks.</param>
public sealed record PlannedCheckIn(DateTimeOffset At, WallTime Wish, CheckInQuestion Question);

/// <summary>
/// When the next check-in on a promise comes. It is worked out anew after every check-in shown and every answer, so that at most one is
/// standing. Two without an answer widen the gap, and what then comes asks once whether to stop; after that nothing more comes.
/// </summary>
public static class CheckInSchedule
{
    private const int QuietEnoughToAsk = 2;

    /// <summary>The next check-in; null when there is none.</summary>
    /// <param name="act">The act's own day. Nothing comes on it or before.</param>
    /// <param name="days">The days after it, rising, for example <see cref="CheckInDays.Usual"/>.</param>
    /// <param name="lastAsked">The local day on which the last check-in was shown; null when none was. None comes on that day again.</param>
    /// <param name="unanswered">How many were shown in a row without an answer, the last included. 0 or more.</param>
    /// <param name="now">Now. What would have come earlier is left out.</param>
    /// <param name="window">When pings may reach the person.</param>
    /// <exception cref="ArgumentException">The days are no list that <see cref="CheckInDays.AreValid"/>.</exception>
    public static PlannedCheckIn? Next(
        DateOnly act, ImmutableArray<int> days, DateOnly? lastAsked, int unanswered, DateTimeOffset now, PingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentOutOfRangeException.ThrowIfNegative(unanswered);
        if (!CheckInDays.AreValid(days))
        {
            throw new ArgumentException("The days must rise from 1 on.", nameof(days));
        }

        if (unanswered > QuietEnoughToAsk)
        {
            return null;
        }

        // Pings that quiet hours or days off move to one day are one.
        DateOnly Lands(PlannedCheckIn plan) => WallClock.DayOf(plan.At, window.Zone);
        var asked = lastAsked > act ? lastAsked.Value : act;
        var ahead = days
            .Select(day => Plan(act.AddDays(day), CheckInQuestion.Promise, window))
            .OfType<PlannedCheckIn>()
            .Where(plan => plan.At > now && Lands(plan) > asked)
            .DistinctBy(Lands)
            .Take(2)
            .ToList();

        // Wider: one of the list is left out; after its last there is twice the gap.
        return (ahead, unanswered) switch
        {
            ([], _) => null,
            ([var next, ..], < QuietEnoughToAsk) => next,
            ([_, var second], _) => second with { Question = CheckInQuestion.ShallIStop },
            ([var last, ..], _) => Plan(Lands(last).AddDays(Lands(last).DayNumber - asked.DayNumber), CheckInQuestion.ShallIStop, window),
        };
    }

    private static PlannedCheckIn? Plan(DateOnly day, CheckInQuestion question, PingWindow window)
    {
        var wish = new WallTime(day, window.UsualTime);
        return window.Place(wish) is { } at ? new PlannedCheckIn(at, wish, question) : null;
    }
}
