using System.Text;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Tests.Running;

/// <summary>Sentences planted in every free text of whole conversations are afterwards nowhere in clear.</summary>
public sealed class CanaryTests
{
    private const string Canary = "a sentence only Quillonia wrote";

    private static readonly byte[][] Spellings = [Encoding.UTF8.GetBytes("Quillonia"), Encoding.Unicode.GetBytes("Quillonia")];

    // Every step of both sides that takes free words.
    private static readonly SortedSet<string> FreeTextSteps = new(StringComparer.Ordinal)
    {
        "action", "after-talk", "ask", "bond", "cue", "exercise", "feeling", "felt", "guess", "happened", "impact", "not-okay", "opener",
        "part", "pattern", "reading", "seen-as", "who",
    };

    public static TheoryData<string> Stores => [.. Composition.Stores.Select(store => store.ToString())];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_sentence_planted_in_every_free_text_is_in_clear_in_no_file_and_no_line_of_the_log(string store)
    {
        using var bot = new LocalChatProcess(
            "--RepairBot:Store", store, "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace");
        await bot.StartAsync();
        var planted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (file, number) in Transcript.All.Where(IsOneLongTalk).Select((file, number) => (file, number)))
        {
            await PlayAsync(bot, $"p{number}", file, planted);
        }

        await SayWhereItDoesNotBelongAsync(bot.As("elsewhere"));
        Assert.Superset(FreeTextSteps, planted);
        AssertNowhere(bot);
        await bot.KillAsync();
        AssertNowhere(bot);
        await bot.StartAsync();
        await bot.StopAsync();
        AssertNowhere(bot);
        Assert.Equal(0, (await bot.VerbAsync("backup", "copy")).ExitCode);
        AssertNowhere(bot);
    }

    [Fact]
    public void A_sentence_in_clear_is_found()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder.PathOf("file"), $"before {Canary} after");

        Assert.True(Holds(folder.Path));
    }

    // One person from the first command on, with no clock and no restart.
    private static bool IsOneLongTalk(string file)
    {
        var lines = Transcript.Read(file).Lines;
        return !file.Contains('/', StringComparison.Ordinal)
            && lines.All(line => line.Verb is "/" or "types" or "presses" or "chooses" or "writes" or "fills" or "Begins like" or "looks" || line.IsExpectation)
            && lines.Select(line => line.Person).OfType<string>().Distinct(StringComparer.Ordinal).Count() == 1;
    }

    // The planted words may lead elsewhere than the transcript goes: then its lines no longer fit what is on the screen, and it ends.
    private static async Task PlayAsync(LocalChatProcess bot, string person, string file, SortedSet<string> planted)
    {
        var client = bot.As(person);
        var player = new ChatPlayer(client);
        foreach (var line in ChatPlayer.LinesOf(file).Where(line => line.Person is not null && line.Verb != "looks").Select(Plant))
        {
            if (player.CallOf(line, key: null) is not var (what, body))
            {
                return;
            }

            planted.UnionWith(player.Question?.Step is { } step && ChatPlayer.WordsOf(line).Any(words => words.Contains(Canary, StringComparison.Ordinal)) ? [step] : []);
            player.Show((await client.PostAsync(what, body)).Feed!);
        }
    }

    // After what the transcript says, so that it is read as it is there.
    private static TranscriptLine Plant(TranscriptLine line) => line.Verb switch
    {
        "types" when line.Text.Contains(' ', StringComparison.Ordinal) => line with { Text = $"{line.Text} {Canary}" },
        "writes" => line with { Text = $"{line.Text} {Canary}" },
        "fills" => line with { Boxes = [.. line.Boxes.Select(box => (box.Name, $"{box.Text} {Canary}"))] },
        _ => line,
    };

    private static async Task SayWhereItDoesNotBelongAsync(ChatClient client)
    {
        await client.TextAsync(Canary);
        await client.CommandAsync(Canary);
        await client.CommandAsync("settings", new() { ["timezone"] = Canary, [Canary] = "on" });
        await client.CommandAsync("partner accept", new() { ["code"] = Canary });
        await client.PostAsync("texts", new { text = 1, extra = Canary });
        await client.PostAsync("texts", new { text = string.Concat(Enumerable.Repeat(Canary, 500)) });
        await client.PostAsync(Canary, new { text = Canary });
        await client.TextAsync(Canary, key: Canary);
        var question = (await client.CommandAsync("repair start")).Last;
        await client.PressAsync(question, question.Actions[0], [Canary], new() { [Canary] = Canary });
        await client.PostAsync("actions", new { message = Canary, action = Canary, values = new[] { Canary }, fields = new { } });
        await client.CommandAsync("mydata export");
    }

    private static void AssertNowhere(LocalChatProcess bot)
    {
        Assert.NotEmpty(bot.Log);
        Assert.DoesNotContain("Quillonia", bot.Log, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(bot.Folder, "data")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(bot.Folder, "keys")));
        Assert.False(Holds(bot.Folder));
    }

    private static bool Holds(string folder) => Spellings.Any(spelling => TemporaryDirectory.Holds(folder, spelling));
}
