using System.Collections.Immutable;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>Looks for everything that is wrong with the guides of a folder, and with the order of steps that they are written for.</summary>
public static class GuideCheck
{
    /// <summary>
    /// Everything there is to say, sorted by file and line; empty for guides in order. The folder holds one folder a language, or is one
    /// language's itself. Never throws for what is in the files.
    /// </summary>
    public static ImmutableArray<GuideProblem> Check(string folder) =>
        GuideFolder.Sorted([.. GuideFolder.Read(folder).Problems, .. FlowCheck.Problems(new RepairFlow().Next)]);
}
