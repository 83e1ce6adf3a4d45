using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>The guides cannot be used. The problems say why, each with file and line; there is at least one error among them.</summary>
public sealed class GuideException(ImmutableArray<GuideProblem> problems)
    : Exception("The guides cannot be used:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem)))
{
    /// <summary>Everything found, warnings too, sorted by file and line.</summary>
    public ImmutableArray<GuideProblem> Problems { get; } = problems;
}
