using System.Globalization;

namespace RepairBot.Testing.Transcripts;

/// <summary>The real guides with a coach's changes put in: a newer version with questions of their own.</summary>
public static class CoachGuides
{
    /// <summary>A copy of the guides with the files of <c>tests/transcripts/coaches/NAME</c> added at the end of those of the same name.</summary>
    public static string With(string name)
    {
        var changes = Path.Combine(Repository.Transcripts, "coaches", name);
        var copy = Path.Combine(AppContext.BaseDirectory, "coach-guides", name, "en");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Guides, "en"), "*.yaml"))
        {
            var added = Path.Combine(changes, Path.GetFileName(file));
            var text = File.ReadAllText(file) + (File.Exists(added) ? "\n" + File.ReadAllText(added) : "");
            File.WriteAllText(Path.Combine(copy, Path.GetFileName(file)), WithNewerVersion(text));
        }

        return Path.GetDirectoryName(copy)!;
    }

    private static string WithNewerVersion(string text)
    {
        const string key = "\nversion: ";
        var at = text.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var from = at + key.Length;
        var to = text.IndexOf('\n', from);
        var version = int.Parse(text[from..to], NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..from]}{version}{text[to..]}");
    }
}
