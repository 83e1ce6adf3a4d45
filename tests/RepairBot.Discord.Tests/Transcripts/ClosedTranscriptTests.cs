using RepairBot.Discord.Tests.Harness;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Discord.Tests.Transcripts;

/// <summary>
/// The same conversations where direct messages are closed: step for step in a server, seen by each person alone, in the same words. What comes by
/// itself waits for the next command.
/// </summary>
public sealed class ClosedTranscriptTests
{
    // Two messages in one breath are typed or they are not at all.
    public static TheoryData<string> Files =>
        [.. Transcript.All.Where(file => Transcript.Read(file).Lines.All(line => line.Verb != "types at once"))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_bot_says_to_the_person_alone_what_the_transcript_says(string file)
    {
        await using var bot = await DiscordBot.StartAsync();
        var chat = new DiscordChat(bot, closed: true);

        await new TranscriptPlayer(chat).PlayAsync(Transcript.Read(file));

        chat.AssertAlone();
        Assert.Empty(bot.Violations);
    }
}
