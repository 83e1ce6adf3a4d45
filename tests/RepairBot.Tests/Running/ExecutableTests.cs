using System.Net;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.Tests.Running;

/// <summary>The real program, in a process of its own.</summary>
public sealed class ExecutableTests : IDisposable
{
    private const long MostIdleMemory = 120L * 1024 * 1024;

    private readonly LocalChatProcess bot = new("--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace");

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task What_was_said_survives_a_kill_and_the_conversation_goes_on()
    {
        await bot.StartAsync();
        var ana = bot.As("ana");
        var first = await ana.CommandAsync("repair start");
        var second = await ana.PressAsync(first.Last, first.Last.Actions[0]);

        await bot.KillAsync();
        await bot.StartAsync();

        Assert.Equal(second.Last.Id, (await ana.MessagesAsync()).Messages[^1].Id);
        var third = await ana.PressAsync(second.Last, second.Last.Actions[0]);
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.NotEqual(second.Last.Step, third.Last.Step);
    }

    [Fact]
    public async Task Texts_sent_into_a_kill_and_sent_again_are_there_exactly_once()
    {
        await bot.StartAsync();
        var people = Enumerable.Range(0, 20).Select(i => (Client: bot.As($"p{i}"), Texts: Enumerable.Range(0, 3).Select(j => $"words {i} {j}").ToList())).ToList();
        var answered = 0;
        var sending = people.Select(one => SendAllAsync(one.Client, one.Texts, () => Interlocked.Increment(ref answered))).ToList();
        while (Volatile.Read(ref answered) < 10)
        {
            await Task.Yield();
        }

        await bot.KillAsync();
        await Task.WhenAll(sending);
        await bot.StartAsync();
        await Task.WhenAll(people.Select(one => SendAllAsync(one.Client, one.Texts, () => 0)));

        foreach (var (client, texts) in people)
        {
            var said = (await client.MessagesAsync()).Messages.Where(message => message.From != "bot").Select(message => message.Text);
            Assert.Equal(texts, said);
        }
    }

    [Fact]
    public async Task Told_to_stop_it_stops_with_exit_code_0()
    {
        await bot.StartAsync();

        Assert.Equal(0, await bot.StopAsync());
        Assert.Contains("Stopped", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_at_once_where_it_is_and_for_whom()
    {
        await bot.StartAsync();

        Assert.Contains($"Open {bot.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)} in a browser. It answers this machine only.", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_holds_a_name_or_a_word_whatever_the_log_level()
    {
        await bot.StartAsync();
        var ana = bot.As("canary-name");
        await ana.CommandAsync("repair start");
        await ana.TextAsync("canary-words");
        await ana.CommandAsync("canary-command", new() { ["canary-option"] = "canary-value" });
        await ana.PostAsync("texts", new { text = 1, canary = "canary-member" });
        await bot.StopAsync();

        Assert.NotEmpty(bot.Log);
        Assert.DoesNotContain("canary", bot.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Idle_it_needs_at_most_120_MB()
    {
        await bot.StartAsync();

        Assert.InRange(bot.ResidentMemory(), 1, MostIdleMemory);
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_is_told_so()
    {
        await bot.StartAsync();

        var (exitCode, output) = await bot.VerbAsync("run", "--LocalChat:Url", "http://127.0.0.1:1");

        Assert.Equal(1, exitCode);
        Assert.Contains("Another process uses the data directory", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistaken_settings_keep_it_from_starting_and_all_are_named()
    {
        var (exitCode, output) = await bot.VerbAsync("--RepairBot:Stroe", "x", "--LocalChat:Url", "http://0.0.0.0:1");

        Assert.Equal(1, exitCode);
        Assert.Contains("2 settings need attention", output, StringComparison.Ordinal);
        Assert.Contains("RepairBot:Stroe", output, StringComparison.Ordinal);
        Assert.Contains("LocalChat:Url", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_nobody_knows_is_refused()
    {
        var (exitCode, output) = await bot.VerbAsync("chekc");

        Assert.Equal(1, exitCode);
        Assert.Contains("chekc", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_a_line_each_and_fails_when_one_does_not_hold()
    {
        var (good, lines) = await bot.VerbAsync("check");
        var (bad, failing) = await bot.VerbAsync("check", "--RepairBot:GuideDirectory", "nowhere");

        Assert.Equal(0, good);
        Assert.Equal(6, lines.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.Equal(1, bad);
        Assert.Single(failing.Split('\n'), line => line.StartsWith("FAIL  guides", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_without_its_keys_keeps_it_from_starting()
    {
        await bot.StartAsync();
        await bot.KillAsync();
        Directory.Delete(Path.Combine(bot.Folder, "keys"), recursive: true);

        var (exitCode, output) = await bot.VerbAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains("no master key", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_restored_where_nothing_is_and_nowhere_else()
    {
        await bot.StartAsync();
        var first = await bot.As("ana").CommandAsync("repair start");
        await bot.StopAsync();

        Assert.Equal(0, (await bot.VerbAsync("backup", "copy")).ExitCode);
        Assert.Equal(1, (await bot.VerbAsync("backup", "copy")).ExitCode);
        Assert.Equal(1, (await bot.VerbAsync("restore", "copy")).ExitCode);
        Directory.Delete(Path.Combine(bot.Folder, "data"), recursive: true);
        Assert.Equal(1, (await bot.VerbAsync("backup", "other")).ExitCode);
        Assert.Equal(0, (await bot.VerbAsync("restore", "copy")).ExitCode);

        await bot.StartAsync();
        Assert.Equal(first.Last.Id, (await bot.As("ana").MessagesAsync()).Messages[^1].Id);
    }

    [Fact]
    public async Task The_shipped_guides_are_sound()
    {
        var (exitCode, output) = await bot.VerbAsync("guides", "check", "--strict");

        Assert.Equal("0 errors, 0 warnings", output.Trim());
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Guides_that_are_not_there_are_an_error()
    {
        Assert.Equal(1, (await bot.VerbAsync("guides", "check", "nowhere")).ExitCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_two_lines_with_the_cure_and_exit_code_1()
    {
        await bot.StartAsync();
        using var other = new LocalChatProcess("--LocalChat:Url", bot.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), "--Logging:LogLevel:Default", "Error");
        var (exitCode, output) = await other.VerbAsync("run");

        Assert.Equal(1, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("One setting needs attention:", lines[0].TrimEnd());
        Assert.StartsWith("  LocalChat:Url: another program has this port.", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task The_flow_is_printed_as_a_diagram()
    {
        var (exitCode, output) = await bot.VerbAsync("flow");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("stateDiagram-v2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_is_evaluated_where_the_caller_is()
    {
        await File.WriteAllTextAsync(Path.Combine(bot.Folder, "gold.jsonl"), """{"id":"1","text":"Nice job, Einstein.","lang":"en"}""");

        var (exitCode, output) = await bot.VerbAsync("evaluate", "horsemen", "--in", "gold.jsonl", "--out", "predictions.jsonl");

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Equal("""{"id":"1","labels":["contempt"]}""" + "\n", await File.ReadAllTextAsync(Path.Combine(bot.Folder, "predictions.jsonl")));
    }

    [Theory]
    [InlineData("weather", "--in", "gold.jsonl", "--out", "predictions.jsonl")]
    [InlineData("safety", "--in", "nowhere.jsonl", "--out", "predictions.jsonl")]
    [InlineData("safety", "--in", ".", "--out", "predictions.jsonl")]
    [InlineData("safety", "--in", "gold.jsonl")]
    public async Task What_cannot_be_evaluated_is_refused_plainly(params string[] arguments)
    {
        var (exitCode, output) = await bot.VerbAsync(["evaluate", .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    // One after the other, each under a key of its own; what a kill cuts off is given up.
    private static async Task SendAllAsync(ChatClient client, IEnumerable<string> texts, Func<int> answered)
    {
        try
        {
            foreach (var text in texts)
            {
                await client.TextAsync(text, key: text);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone.
        }
    }
}
