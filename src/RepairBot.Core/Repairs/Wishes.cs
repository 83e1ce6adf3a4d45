using RepairBot.Core.CheckIns;
using RepairBot.Core.CheckIns.When;
using RepairBot.Core.Coaching;

namespace RepairBot.Core.Repairs;

/// <summary>Times a person wishes for: one of the offered ones, or in their own words. Every one is read back.</summary>
internal static class Wishes
{
    /// <summary>When an answer wishes to be asked again, UTC.</summary>
    public static DateTimeOffset At(OutcomeBuilder turn, Answer answer) => answer.Value switch
    {
        { } offered => Exercises.At(turn, offered),
        null => Read(turn, answer.Text.Reveal()) ?? Exercises.At(turn, "tomorrow"),
    };

    /// <summary>
    /// A time in words, as the person's settings let it come; null when it can't be understood or has passed. Of two readings the first
    /// is taken, since it is read back.
    /// </summary>
    public static DateTimeOffset? Read(OutcomeBuilder turn, string words) =>
        WhenReader.Read(words, turn.Language, turn.Now, Exercises.ZoneOf(turn.Person)) switch
        {
            WhenReading.Understood understood => Place(turn, understood.Time),
            WhenReading.Ambiguous ambiguous => Place(turn, ambiguous.First),
            _ => null,
        };

    /// <summary>The day an act names in its own words, in the person's zone; null when it names none that is still to come.</summary>
    public static DateOnly? DayIn(OutcomeBuilder turn, string act) =>
        ActionReader.Read(act, turn.Language).When is { } span && Read(turn, span.In(act)) is { } at
            ? WallClock.DayOf(at, Exercises.ZoneOf(turn.Person))
            : null;

    private static DateTimeOffset Place(OutcomeBuilder turn, ReadTime time) =>
        CheckInPings.WindowOf(turn.Person).PlaceChosen(time.Wish, turn.Now) ?? time.At;
}
