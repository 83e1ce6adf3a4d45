using RepairBot.Testing.Transcripts;

namespace RepairBot.Core.Tests.Transcripts;

public sealed class TranscriptTests
{
    /// <summary>Set to a folder to get every conversation whole, to be read aloud.</summary>
    private const string ReadingsFolder = "REPAIRBOT_READINGS";

    public static TheoryData<string> Files => [.. Transcript.All];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_bot_says_what_the_transcript_says(string file)
    {
        var said = await TranscriptPlayer.PlayAsync(file);
        if (Environment.GetEnvironmentVariable(ReadingsFolder) is { Length: > 0 } folder)
        {
            var reading = Path.Combine(folder, file.Replace('/', '.') + ".txt");
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(reading, said);
        }
    }
}
