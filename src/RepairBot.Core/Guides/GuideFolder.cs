using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>Reads a folder of guides: one folder a language, or one language's folder alone.</summary>
internal static class GuideFolder
{
    private const string NoGuide = "There is no guide here. A guide is a folder named after its language, such as `en`.";

    public static (ImmutableArray<Guide> Guides, ImmutableArray<GuideProblem> Problems) Read(string folder)
    {
        var read = Languages(folder).Select(LanguageReader.Read).ToList();
        var problems = read.Count > 0
            ? read.SelectMany(language => language.Problems)
            : [new GuideProblem(folder, 0, GuideSeverity.Error, NoGuide)];
        return ([.. read.Select(language => language.Guide).OfType<Guide>()], Sorted(problems));
    }

    // A folder whose name starts with a dot is an editor's or a tool's.
    private static IEnumerable<LanguageFolder> Languages(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        if (File.Exists(Path.Combine(folder, CommonWords.File + ".yaml")))
        {
            return [LanguageFolder.OnDisk(folder)];
        }

        return Directory.EnumerateDirectories(folder)
            .Where(path => !Path.GetFileName(path).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .Select(LanguageFolder.OnDisk);
    }

    /// <summary>By file, line and text, each once.</summary>
    public static ImmutableArray<GuideProblem> Sorted(IEnumerable<GuideProblem> problems) =>
    [
        .. problems.Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Text, StringComparer.Ordinal),
    ];
}
