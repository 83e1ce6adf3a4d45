using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching.Weights;

/// <summary>Cuts a text into what is weighed by itself: sentences, and where one is long or has no full stops, runs of whole clauses.</summary>
internal static class Parts
{
    private const int MostWords = 30;

    /// <summary>The parts in order; they cover all words without overlap.</summary>
    public static IEnumerable<(int First, int End)> Of(ReadText text)
    {
        var first = 0;
        foreach (var clause in text.Clauses)
        {
            if (clause.First > first && (!text.SameSentence(clause.First, clause.First - 1) || clause.End - first > MostWords))
            {
                yield return (first, clause.First);
                first = clause.First;
            }
        }

        if (first < text.Tokens.Length)
        {
            yield return (first, text.Tokens.Length);
        }
    }
}
