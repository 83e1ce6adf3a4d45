namespace RepairBot.Core.Guides;

/// <summary>Where problems of one file are noted; each becomes one line, whatever stands in the file.</summary>
internal readonly record struct FileLog(string File, List<GuideProblem> Problems)
{
    private const int LongestName = 40;

    public void Error(int line, string text) => Add(line, GuideSeverity.Error, text);

    public void Warn(int line, string text) => Add(line, GuideSeverity.Warning, text);

    /// <summary>A name as a problem repeats it: not more than what finds it again.</summary>
    public static string Shown(string name) => name.Length > LongestName ? name[..LongestName] + "…" : name;

    private void Add(int line, GuideSeverity severity, string text)
    {
        var oneLine = string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
        Problems.Add(new GuideProblem(File, line, severity, oneLine));
    }
}
