using RepairBot.LoopbackDiscord.Traffic;

namespace RepairBot.LoopbackDiscord.Faults;

/// <summary>Which requests go wrong, and how. Rules are asked in the order they were added; the first that applies wins.</summary>
public sealed class FaultScript
{
    private readonly Lock gate = new();
    private readonly List<Rule> rules = [];

    /// <summary>Lets the next requests to a route go wrong.</summary>
    /// <param name="method">Such as POST.</param>
    /// <param name="route">The template, such as <c>/channels/{channel_id}/messages</c>.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many requests; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="skip">How many pass first.</param>
    public void On(string method, string route, Fault fault, int times = 1, int skip = 0) =>
        When(request => request.Method == method && request.Route == route ? fault : null, times, skip);

    /// <summary>Asks for each request whether, and how, it goes wrong.</summary>
    public void When(Func<LoggedRequest, Fault?> choose, int times = int.MaxValue, int skip = 0)
    {
        lock (gate)
        {
            rules.Add(new Rule(choose) { Left = times, Skip = skip });
        }
    }

    /// <summary>Everything goes well again.</summary>
    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    internal Fault? For(LoggedRequest request)
    {
        lock (gate)
        {
            foreach (var rule in rules.Where(rule => rule.Left > 0))
            {
                if (rule.Choose(request) is { } fault && rule.Applies())
                {
                    return fault;
                }
            }

            return null;
        }
    }

    private sealed record Rule(Func<LoggedRequest, Fault?> Choose)
    {
        public int Left { get; set; }

        public int Skip { get; set; }

        public bool Applies()
        {
            if (Skip > 0)
            {
                Skip--;
                return false;
            }

            Left--;
            return true;
        }
    }
}
