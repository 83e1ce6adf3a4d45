using RepairBot.Testing.Storage;
using RepairBot.Verbs;

namespace RepairBot.Tests.Verbs;

public sealed class EvaluateVerbTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ownership", """{"id":"2","components":["ownership","specific_event"],"faults":["none"]}""", """{"id":"1","components":[],"faults":["conditional"]}""")]
    [InlineData("horsemen", """{"id":"2","labels":["none"]}""", """{"id":"1","labels":["none"]}""")]
    [InlineData("safety", """{"id":"2","labels":["none"],"direction":"n/a"}""", """{"id":"1","labels":["none"],"direction":"n/a"}""")]
    public async Task Each_line_gives_one_line_in_the_same_order(string task, params string[] expected)
    {
        var (exitCode, written, _) = await EvaluateAsync(
            task, """{"id":"2","text":"I forgot the eggs.","lang":"en"}""", "", """{"id":"1","text":"Sorry if that felt harsh.","form":"plain"}""");

        Assert.Equal(0, exitCode);
        Assert.Equal(string.Join("", expected.Select(line => line + "\n")), written);
    }

    [Fact]
    public async Task A_risk_comes_with_its_direction()
    {
        var (_, written, _) = await EvaluateAsync("safety", """{"id":"1","text":"she hits me when she's angry"}""");

        Assert.Equal("""{"id":"1","labels":["violence_to_user"],"direction":"to_user"}""" + "\n", written);
    }

    [Fact]
    public async Task An_empty_set_gives_an_empty_file()
    {
        Assert.Equal((0, "", ""), await EvaluateAsync("safety"));
    }

    [Theory]
    [InlineData("canary words")]
    [InlineData("""["canary words"]""")]
    [InlineData("""{"id":7,"text":"canary words"}""")]
    [InlineData("""{"text":"canary words"}""")]
    [InlineData("""{"id":"1","text":"canary words","lang":7}""")]
    [InlineData("""{"id":"1","text":"canary words \ud800"}""")]
    public async Task A_bad_line_is_named_by_its_number_and_nothing_is_written(string line)
    {
        foreach (var task in EvaluateVerb.Tasks)
        {
            var (exitCode, written, errors) = await EvaluateAsync(task, """{"id":"1","text":"x"}""", "", line);

            Assert.Equal(1, exitCode);
            Assert.Null(written);
            Assert.Contains("Line 3 ", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", errors, StringComparison.Ordinal);
        }
    }

    private async Task<(int ExitCode, string? Written, string Errors)> EvaluateAsync(string task, params string[] lines)
    {
        var (source, target) = (Path.Combine(folder.Path, "gold.jsonl"), Path.Combine(folder.Path, "predictions.jsonl"));
        await File.WriteAllLinesAsync(source, lines);
        using var errors = new StringWriter();
        var exitCode = await EvaluateVerb.RunAsync(task, source, target, errors, CancellationToken.None);
        return (exitCode, File.Exists(target) ? await File.ReadAllTextAsync(target) : null, errors.ToString());
    }
}
