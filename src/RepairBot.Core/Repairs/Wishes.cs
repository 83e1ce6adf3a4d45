using System.Collections.Immutable;
using RepairBot.Core.CheckIns;
using RepairBot.Core.CheckIns.When;
using RepairBot.Core.Coaching;

namespace RepairBot.Core.Repairs;

/// <summary>Times a person wishes for: one of the offered ones, or in their own words.</summary>
internal static class Wishes
{
    /// <summary>When an offered time is, UTC, as the person's settings let it come.</summary>
    public static DateTimeOffset At(OutcomeBuilder turn, string offered)
    {
        var at = Exercises.At(turn, offered);
        return CheckInPings.WindowOf(turn.Person).PlaceChosen(WallTime.Of(at, Exercises.ZoneOf(turn.Person)), turn.Now) is { } placed && placed > at ? placed : at;
    }

    /// <summary>A time in words.</summary>
    public static WhenReading Read(OutcomeBuilder turn, string words) =>
        WhenReader.Read(words, turn.Language, turn.Now, Exercises.ZoneOf(turn.Person));

    /// <summary>The instants a reading may stand for, UTC, as the person's settings let them come; none when it is over or was not understood.</summary>
    public static ImmutableArray<DateTimeOffset> TimesOf(OutcomeBuilder turn, WhenReading reading) => reading switch
    {
        WhenReading.Understood understood => [Place(turn, understood.Time)],
        WhenReading.Ambiguous ambiguous => [.. new[] { Place(turn, ambiguous.First), Place(turn, ambiguous.Second) }.Distinct()],
        _ => [],
    };

    /// <summary>
    /// The day an act names in its own words, in the person's zone; null when it names none that is still to come. Of two readings it is the
    /// first, but "tomorrow" in the middle of the night is the next day: nothing is asked before the act.
    /// </summary>
    public static DateOnly? DayIn(OutcomeBuilder turn, string act) =>
        ActionReader.Read(act, turn.Language).When is not { } span ? null : Read(turn, span.In(act)) switch
        {
            WhenReading.Understood(var time) => time.Wish.Day,
            WhenReading.Ambiguous(var first, var second) => second.Wish.Day == first.Wish.Day.AddDays(1) ? second.Wish.Day : first.Wish.Day,
            _ => null,
        };

    private static DateTimeOffset Place(OutcomeBuilder turn, ReadTime time) =>
        CheckInPings.WindowOf(turn.Person).PlaceChosen(time.Wish, turn.Now) is { } placed && placed > time.At ? placed : time.At;
}
