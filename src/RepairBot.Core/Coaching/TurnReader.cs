using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>
/// Reads what a contrast ("but", "however", "though" …) turns to. Turning to an excuse or counter-point is a fault; rejecting the excuse,
/// owning, or adding a plan is not.
/// </summary>
internal static class TurnReader
{
    private const int NearWords = 7;
    private const int ShownWords = 8;

    public static IEnumerable<Finding<Fault>> Read(RuleFindings findings)
    {
        var text = findings.Text;
        foreach (var turn in findings.OfKind("turn").DistinctBy(t => t.First))
        {
            var end = EndOfTurn(findings, turn.End);
            if (end == turn.End ? IsAfterthought(findings, turn) : TurnsToExcuse(findings, turn.End, end))
            {
                yield return new Finding<Fault>(Fault.ButJustification, text.Span(turn.First, Math.Max(turn.End, Math.Min(end, turn.End + ShownWords))), turn.Rule.Id);
            }
        }
    }

    private static int EndOfTurn(RuleFindings findings, int from)
    {
        var tokens = findings.Text.Tokens;
        var contrast = findings.Lexicon.Class("contrast");
        var end = from;
        while (end < tokens.Length && (end == from || tokens[end].Before != Boundary.Hard) && !tokens[end].Is(contrast))
        {
            end++;
        }

        return end > from && tokens[from].Before == Boundary.Hard && from > 0 ? from : end;
    }

    // "… but forgot": the writer's own act without a new subject. Else the one that starts first decides; where both start at the same
    // word, what is no excuse wins.
    private static bool TurnsToExcuse(RuleFindings findings, int from, int end)
    {
        if (Start(findings, "turn_elided", from, from + 1) == from)
        {
            return false;
        }

        var benign = Start(findings, "turn_benign", from, end);
        var excuse = Start(findings, "turn_excuse", from, end);
        return excuse < int.MaxValue && benign > excuse;
    }

    private static int Start(RuleFindings findings, string kind, int from, int end)
    {
        foreach (var match in findings.Matches)
        {
            if (match.First >= from && match.First < Math.Min(end, from + NearWords) && match.Rule.Kind == kind)
            {
                return match.First;
            }
        }

        return int.MaxValue;
    }

    // "I was tired, though." The excuse stands before the word.
    private static bool IsAfterthought(RuleFindings findings, RuleMatch turn)
    {
        var clause = turn.First > 0 ? findings.Text.Clauses[findings.Text.Tokens[turn.First - 1].Clause] : default;
        return clause.End > clause.First && TurnsToExcuse(findings, clause.First, turn.First);
    }
}
