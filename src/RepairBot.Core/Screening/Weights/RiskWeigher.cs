using System.Collections.Immutable;
using RepairBot.Core.Reading;
using RepairBot.Core.Reading.Weights;

namespace RepairBot.Core.Screening.Weights;

/// <summary>
/// Reads what no single rule names: many small signs that together speak for a risk. A long text is weighed in pieces of whole sentences, so
/// that one sentence is not lost among many.
/// </summary>
internal sealed class RiskWeigher(WeightTable table, WordClasses? classes = null)
{
    /// <summary>What stands for the rule of a finding that was weighed.</summary>
    public const string Rule = "weighed";

    private const int MostWords = 60;
    private const int Step = MostWords / 2;

    // How far above what counts as a risk a sentence must score for a rule to count by itself; a firm rule's may lie a little below.
    private const double Clearly = 2;
    private const double Firm = -0.5;

    // Where so many rules spoke there is no chance likeness, and each of them costs time.
    private const int MostDoubted = 20;

    // In a sentence of more words, those right next to what a rule found have their own say: plain words all around must not drown it.
    private const int LongSentence = 24;
    private const int Near = 1;
    private const double NearClearly = 1;

    // A second kind nearly as likely as the first is said too: both kinds of help are in reach then.
    private const double NearlyAsLikely = 0.7;

    private double Threshold => table.Thresholds[(int)RiskClass.Any];

    /// <summary>The risks that weigh enough in a text.</summary>
    /// <param name="text">As read.</param>
    /// <param name="ruled">What the rules found: each counts as a sign.</param>
    public ImmutableArray<RiskFinding> Read(ReadText text, ImmutableArray<RiskFinding> ruled)
    {
        var found = ImmutableArray.CreateBuilder<RiskFinding>();
        foreach (var (first, end) in Pieces(text))
        {
            var span = text.Span(first, end);
            var scores = table.Score(RiskTraits.Of(text, first, end, ruled.Where(finding => finding.Span.Overlaps(span)), classes));
            if (RiskScore.Of(scores) < Threshold)
            {
                continue;
            }

            var most = RiskClasses.Kinds.Max(kind => scores[(int)kind]);
            foreach (var kind in RiskClasses.Kinds.Where(kind => scores[(int)kind] is var score && (score > 0 || score >= most - NearlyAsLikely)))
            {
                var (risk, direction) = kind.Meaning();
                found.Add(new RiskFinding(risk, direction, span, Rule));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>
    /// True where its sentence doesn't clearly bear out what a rule found: a chance likeness. In a long sentence the words next to it may
    /// bear it out too.
    /// </summary>
    public bool Doubts(ReadText text, RiskFinding finding, ImmutableArray<RiskFinding> ruled)
    {
        if (ruled.Length > MostDoubted)
        {
            return false;
        }

        var sentence = Around(text, finding.Span, Step);
        return Score(sentence) < Least(Clearly) && (sentence.End - sentence.First <= LongSentence || Score(Around(text, finding.Span, Near)) < Least(NearClearly));

        double Least(double clearly) => Threshold + (finding.Firm ? Firm : clearly);

        double Score((int First, int End) words)
        {
            var span = text.Span(words.First, words.End);
            return RiskScore.Of(table.Score(RiskTraits.Of(text, words.First, words.End, ruled.Where(other => other.Span.Overlaps(span)), classes)));
        }
    }

    // What was found, with at most so many words of its sentence on each side.
    private static (int First, int End) Around(ReadText text, TextSpan found, int reach)
    {
        var first = text.Tokens.Index().First(token => token.Item.Span.End > found.Start).Index;
        var end = first + 1;
        while (end < text.Tokens.Length && text.Tokens[end].Span.Start < found.End)
        {
            end++;
        }

        var (least, most) = (Math.Max(0, first - reach), Math.Min(text.Tokens.Length, end + reach));
        while (first > least && text.SameSentence(first, first - 1))
        {
            first--;
        }

        while (end < most && text.SameSentence(end, end - 1))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>Pieces of whole sentences of at most 60 words where sentences are shorter; each overlaps the one before by about a half.</summary>
    internal static IEnumerable<(int First, int End)> Pieces(ReadText text)
    {
        var tokens = text.Tokens;
        var first = 0;
        while (first < tokens.Length)
        {
            var end = Math.Min(tokens.Length, first + MostWords);
            while (end < tokens.Length && end > first + Step && tokens[end].Before != Boundary.Hard)
            {
                end--;
            }

            end = end == first + Step ? Math.Min(tokens.Length, first + MostWords) : end;
            yield return (first, end);
            if (end == tokens.Length)
            {
                yield break;
            }

            var next = first + Step;
            while (next < end && tokens[next].Before != Boundary.Hard)
            {
                next++;
            }

            first = next;
        }
    }
}
