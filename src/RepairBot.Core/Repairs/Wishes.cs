
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

    /// <summary>A time in words; null when it can't be understood or has passed.</summary>
    public static DateTimeOffset? Read(OutcomeBuilder turn, string words) => null;
}
