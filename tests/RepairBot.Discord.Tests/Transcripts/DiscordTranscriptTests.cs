using RepairBot.Discord.Tests.Harness;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Discord.Tests.Transcripts;

/// <summary>The same conversations as everywhere, at Discord's clients and with the real library, in the same words.</summary>
public sealed class DiscordTranscriptTests
{
    public static TheoryData<string> Files => [.. Transcript.All];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_bot_says_on_Discord_what_the_transcript_says(string file)
    {
        await using var bot = await DiscordBot.StartAsync();

        await new TranscriptPlayer(new DiscordChat(bot)).PlayAsync(Transcript.Read(file));

        Assert.Empty(bot.Violations);
    }
}
