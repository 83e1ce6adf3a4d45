using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>
/// A typed text that was changed or taken back where it stands, on platforms that allow it: the answer it became follows. Nothing moves;
/// the open question stays open.
/// </summary>
internal static class Retyping
{
    private const string Joint = "\n";

    /// <summary>The words are others now.</summary>
    public static void Change(OutcomeBuilder turn, Message typed, PrivateText text, ScreeningResult screened)
    {
        turn.Change(typed with { Text = text });
        var answer = AnswerOf(turn, typed);
        var isClear = screened is ScreeningResult.Clear;
        if (answer is not null)
        {
            Answering.File(turn, With(answer, typed.Text.Reveal(), text.Reveal()) with { Held = answer.Held || !isClear, At = turn.Now });
        }

        if (!isClear)
        {
            Asking.Retire(turn);
            StepBack.Hold(turn, screened, answer?.Key);
            return;
        }

        if (answer is null)
        {
            Course.SayNote(turn, turn.HasRepair && turn.Repair.State == RepairState.Open ? "late-text" : "nothing-to-answer");
            return;
        }

        Agreements.UpdateAfter(turn, answer.Key.Step);
        Course.SayNote(turn, "late-kept");
        Editing.NameWhatToLookAt(turn, answer.Key);
    }

    /// <summary>The words are gone, and the answer with them; of an answer of several texts the others stay.</summary>
    public static void TakeBack(OutcomeBuilder turn, Message typed)
    {
        turn.Change(Hiding.Emptied(typed));
        if (AnswerOf(turn, typed) is not { } answer)
        {
            return;
        }

        var left = With(answer, typed.Text.Reveal(), null);
        Answering.File(turn, left with { Skipped = left.AllWords().Length == 0, At = turn.Now });
        Agreements.UpdateAfter(turn, answer.Key.Step);
        Course.SayNote(turn, "text-removed");
        Editing.NameWhatToLookAt(turn, answer.Key);
    }

    // The answer that has these words as one of its texts: of the question that was open then, or of an earlier one they came late for.
    private static Answer? AnswerOf(OutcomeBuilder turn, Message typed) => !turn.HasRepair || turn.Repair.Id != typed.Repair
        ? null
        : turn.Repair.Answers
            .Where(answer => answer is { Typed: true, Skipped: false } && PieceAt(WordsOf(answer), typed.Text.Reveal()) >= 0)
            .OrderByDescending(answer => Steps.NameOf(answer.Key.Step) == typed.Step)
            .ThenByDescending(answer => answer.At)
            .FirstOrDefault();

    // A form's typed words stand in its first field.
    private static string WordsOf(Answer answer) => answer.Fields is [var first, ..] ? first.Text.Reveal() : answer.Text.Reveal();

    private static Answer With(Answer answer, string old, string? now)
    {
        var words = WordsOf(answer);
        var at = PieceAt(words, old);
        var pieces = new[] { words[..at].TrimEnd('\n'), now ?? "", words[(at + old.Length)..].TrimStart('\n') };
        var text = new PrivateText(string.Join(Joint, pieces.Where(piece => piece.Length > 0)));
        return answer.Fields is [var first, ..]
            ? answer with { Fields = answer.Fields.SetItem(0, first with { Text = text }) }
            : answer with { Text = text, Values = now is null ? [] : answer.Values };
    }

    // Where the words stand as a whole text of their own; -1 when they do not.
    private static int PieceAt(string words, string piece)
    {
        for (var at = words.IndexOf(piece, StringComparison.Ordinal); piece.Length > 0 && at >= 0; at = words.IndexOf(piece, at + 1, StringComparison.Ordinal))
        {
            var ends = at + piece.Length;
            if ((at == 0 || words[at - 1] == '\n') && (ends == words.Length || words[ends] == '\n'))
            {
                return at;
            }
        }

        return -1;
    }
}
