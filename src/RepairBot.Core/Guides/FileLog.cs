namespace RepairBot.Core.Guides;

/// <summary>Where problems of one file are noted.</summary>
internal readonly record struct FileLog(string File, List<GuideProblem> Problems)
{
    public void Error(int line, string text) => Problems.Add(new GuideProblem(File, line, GuideSeverity.Error, text));

    public void Warn(int line, string text) => Problems.Add(new GuideProblem(File, line, GuideSeverity.Warning, text));
}
