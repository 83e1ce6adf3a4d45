using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>The guides of all languages, read once. Immutable; any number of threads may use it.</summary>
public sealed class GuideShelf
{
    private readonly FrozenDictionary<string, Guide> guides;
    private readonly Guide byDefault;

    private GuideShelf(ImmutableArray<Guide> guides, Guide byDefault, ImmutableArray<GuideProblem> problems)
    {
        this.guides = guides.ToFrozenDictionary(guide => guide.Language, StringComparer.OrdinalIgnoreCase);
        this.byDefault = byDefault;
        Problems = problems;
        Languages = [.. guides.Select(guide => guide.Language)];
    }

    /// <summary>The languages there are guides for, in alphabetical order.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Warnings; errors keep a shelf from being made.</summary>
    public ImmutableArray<GuideProblem> Problems { get; }

    /// <summary>Reads all guides of a folder that holds one folder a language.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="defaultLanguage">The guide for whoever's language there is none for.</param>
    /// <exception cref="GuideException">A guide has an error, or the default language has no guide.</exception>
    public static GuideShelf Load(string folder, string defaultLanguage = "en")
    {
        var (guides, problems) = GuideFolder.Read(folder);
        var fallback = guides.FirstOrDefault(guide => guide.Language.Equals(defaultLanguage, StringComparison.OrdinalIgnoreCase));
        if (problems.Any(problem => problem.Severity == GuideSeverity.Error))
        {
            throw new GuideException(problems);
        }

        return fallback is null
            ? throw new GuideException(
                [new(folder, 0, GuideSeverity.Error, $"There is no guide for the default language, `{defaultLanguage}`.")])
            : new GuideShelf(guides, fallback, problems);
    }

    /// <summary>The guide of a language; of the language without its region (<c>es</c> for <c>es-MX</c>); else the default one.</summary>
    public Guide For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (guides.TryGetValue(language, out var exact))
        {
            return exact;
        }

        var region = language.IndexOf('-');
        return region > 0 && guides.TryGetValue(language[..region], out var general) ? general : byDefault;
    }
}
