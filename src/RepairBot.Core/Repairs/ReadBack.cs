using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns.When;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>
/// A time in words is read back, and set only when the person says that it is right. Where two times fit, they choose; one that is over is
/// asked for again.
/// </summary>
internal static class ReadBack
{
    private const string One = "read-back";
    private const string Two = "either";
    private const string First = "first";
    private const string Second = "second";
    private const string Yes = "yes";

    /// <summary>True for the second looks of a time, whose words stand at <see cref="Step.When"/> for every step.</summary>
    public static bool IsAbout(string? nudge) => nudge is One or Two;

    /// <summary>True for a step at which a time may be written.</summary>
    public static bool IsPossibleAt(Step step) => step is Step.When or Step.Resting or Step.TalkTime;

    /// <summary>True while a time was read back and waits for a yes.</summary>
    public static bool IsOpen(Repair repair) => repair.Wish is not null && IsAbout(repair.Nudge);

    /// <summary>Takes words at such a step: a yes to what was read back, or a time.</summary>
    public static void Take(OutcomeBuilder turn, PrivateText words)
    {
        if (IsOpen(turn.Repair) && Chosen(turn, words.Reveal().Trim().TrimEnd('.', '!')) is { } name && Press(turn, name))
        {
            return;
        }

        var reading = Wishes.Read(turn, words.Reveal());
        turn.Set(turn.Repair with { Nudge = null, Wish = null });
        switch (Wishes.TimesOf(turn, reading))
        {
            case [] when reading is WhenReading.InThePast past:
                AskAgain(turn, past.Time.At);
                break;
            case []:
                Typing.NextRung(turn);
                break;
            case var times:
                turn.Set(turn.Repair with { Nudge = times.Length == 1 ? One : Two, Wish = new Wish(words, times), Rung = 0 });
                Asking.Ask(turn, Nudging.Words(turn, Step.When, turn.Repair.Nudge!).Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, times[0]) }));
                break;
        }
    }

    /// <summary>Takes a press on what was read back. False for any other.</summary>
    public static bool Press(OutcomeBuilder turn, string name)
    {
        if (!IsOpen(turn.Repair) || turn.Repair.Wish is not { } wish)
        {
            return false;
        }

        switch (name, wish.At)
        {
            case (Yes or First, [var first, ..]):
                Set(turn, wish with { At = [first] });
                return true;
            case (Second, [_, var second]):
                Set(turn, wish with { At = [second] });
                return true;
            default:
                return false;
        }
    }

    /// <summary>What was read back and said yes to, UTC, to be set now; null when nothing was.</summary>
    public static DateTimeOffset? Confirmed(OutcomeBuilder turn)
    {
        var at = turn.Repair.Wish is { At: [var only] } ? only : (DateTimeOffset?)null;
        turn.Set(turn.Repair with { Wish = null });
        return at;
    }

    /// <summary>The buttons under what was read back.</summary>
    public static void AddActions(OutcomeBuilder turn, ActionBoard board, Wish wish)
    {
        foreach (var (name, label) in Buttons(turn, wish))
        {
            board.Button(name, label, style: name == Yes ? ActionStyle.Primary : ActionStyle.Secondary);
        }

        if (turn.Repair.Now.Step == Step.When)
        {
            var words = turn.Guide.Of(Step.When);
            board.Form("answer", words.Label, [ActionBoard.Field("answer", words.Field("answer"), true, wish.Words.Reveal(), multiline: false)], style: ActionStyle.Secondary);
        }
    }

    private static (string Name, string Label)[] Buttons(OutcomeBuilder turn, Wish wish) => wish.At is [var first, var second]
        ? [(First, Exercises.DayAndTime(turn, first)), (Second, Exercises.DayAndTime(turn, second))]
        : [(Yes, turn.Guide.Label(Yes))];

    private static string? Chosen(OutcomeBuilder turn, string text) => Buttons(turn, turn.Repair.Wish!)
        .Where(button => string.Equals(button.Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(button.Label, text, StringComparison.OrdinalIgnoreCase))
        .Select(button => button.Name)
        .FirstOrDefault();

    private static void Set(OutcomeBuilder turn, Wish wish)
    {
        turn.Set(turn.Repair with { Nudge = null, Wish = wish });
        if (wish.At[0] <= turn.Now)
        {
            AskAgain(turn, Confirmed(turn)!.Value);
        }
        else if (turn.Repair.Now.Step == Step.Resting)
        {
            Offers.RestUntil(turn, Confirmed(turn)!.Value);
        }
        else
        {
            Answering.Take(turn, new RawAnswer { Text = wish.Words }, ScreeningResult.Clear.Instance);
        }
    }

    private static void AskAgain(OutcomeBuilder turn, DateTimeOffset over) =>
        Asking.Ask(turn, turn.Guide.Of(Step.When).Note("past").Fill(turn.Fillings() with { Date = Exercises.DayAndTime(turn, over) }));
}
