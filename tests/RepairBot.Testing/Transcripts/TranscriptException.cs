namespace RepairBot.Testing.Transcripts;

/// <summary>A transcript can't be read, or the bot did something else than it says.</summary>
public sealed class TranscriptException(string file, int line, string problem) : Exception($"{file}, line {line}: {problem}")
{
    /// <summary>From 1.</summary>
    public int Line { get; } = line;
}
