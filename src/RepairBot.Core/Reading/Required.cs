namespace RepairBot.Core.Reading;

/// <summary>Finds out which matchers every match of a pattern meets, so that a text without them need not be tried.</summary>
internal static class Required
{
    /// <summary>The matchers on every way through the graph; none when a match can be longer than <paramref name="window"/> words.</summary>
    public static int[] Of(Step[] steps, ushort[] entries, int window) =>
        Longest(steps, entries) > window
            ? []
            : [.. Enumerable.Range(1, steps.Length - 1)
                .Where(index => steps[index].Kind == StepKind.Word && !ReachesAcceptWithout(steps, entries, index))
                .Select(index => steps[index].Matcher)
                .Distinct()];

    // Steps lead to steps of lower number: the graph is built from its end.
    private static int Longest(Step[] steps, ushort[] entries)
    {
        var words = new int[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            words[i] = (steps[i].UsesWord ? 1 : 0) + steps[i].Next.Select(next => words[next]).DefaultIfEmpty(0).Max();
        }

        return entries.Max(entry => words[entry]);
    }

    private static bool ReachesAcceptWithout(Step[] steps, ushort[] entries, int without)
    {
        var seen = new bool[steps.Length];
        var open = new Stack<ushort>(entries.Where(entry => entry != without));
        while (open.TryPop(out var at))
        {
            if (steps[at].Kind == StepKind.Accept)
            {
                return true;
            }

            foreach (var next in steps[at].Next)
            {
                if (next != without && !seen[next])
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
