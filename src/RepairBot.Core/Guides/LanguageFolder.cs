using System.Collections.Immutable;
using System.Text;

namespace RepairBot.Core.Guides;

/// <summary>One language's files as texts, and what could not be read of them.</summary>
/// <param name="Language">The folder's name.</param>
/// <param name="Files">Text by the file's name without its ending.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record LanguageFolder(
    string Language, ImmutableDictionary<string, string> Files, ImmutableArray<GuideProblem> Problems)
{
    /// <summary>Far above any guide; a file above it is something else.</summary>
    private const long MostBytes = 1024 * 1024;

    private const string Ending = ".yaml";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a folder; whatever the disk says ends as a problem.</summary>
    public static LanguageFolder OnDisk(string path)
    {
        var language = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var files = ImmutableDictionary.CreateBuilder<string, string>();
        var problems = new List<GuideProblem>();
        foreach (var file in Directory.EnumerateFiles(path).Where(IsGuide).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (Text(file, new FileLog($"{language}/{name}", problems)) is { } text)
            {
                files[name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name] = text;
            }
        }

        return new LanguageFolder(language, files.ToImmutable(), [.. problems]);
    }

    private static bool IsGuide(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML" && !Path.GetFileName(file).StartsWith('.');

    private static string? Text(string file, FileLog log)
    {
        try
        {
            if (new FileInfo(file).Length <= MostBytes)
            {
                return File.ReadAllText(file, Strict);
            }

            log.Error(0, $"The file is larger than {MostBytes / 1024} KB. Is it a guide?");
        }
        catch (DecoderFallbackException)
        {
            log.Error(0, "The file is not UTF-8. Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error(0, $"The file cannot be read ({e.GetType().Name}). Check its permissions.");
        }

        return null;
    }
}
