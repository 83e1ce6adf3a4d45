using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>
/// A process that commits is killed, again and again, on the same files: what it had acknowledged is there, and nothing is there in part.
/// REPAIRBOT_CRASH_ROUNDS sets how often (default 20).
/// </summary>
public abstract class KillContract<THarness>
    where THarness : IEmbeddedHarness, new()
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("REPAIRBOT_CRASH_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 20;

    [Fact]
    public async Task Whatever_was_acknowledged_survives_a_kill_and_nothing_survives_in_part()
    {
        using var harness = new THarness();
        using var images = new TemporaryDirectory();
        var acknowledged = new Dictionary<int, long>();
        for (var round = 1; round <= Rounds; round++)
        {
            await RunAndKillAsync(harness, acknowledged, after: (5 + (round * 7919 % 200)) * (round % 5 == 0 ? 8 : 1));

            // A copy is checked, so that the next round starts from what the kill left.
            var image = images.PathOf($"{round}");
            Copy(harness.DataDirectory, image);
            await using var store = harness.OpenAt(image);
            await CrashTurns.AssertWholeAsync(store, acknowledged);
        }

        Assert.Equal(CrashTurns.People, acknowledged.Count);
        await using var last = harness.Open();
        await CrashTurns.AssertWholeAsync(last, acknowledged);
    }

    private static async Task RunAndKillAsync(THarness harness, Dictionary<int, long> acknowledged, int after)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "RepairBot.StoreCrash.dll"), harness.Kind, harness.DataDirectory },
        };
        using var child = Process.Start(start)!;
        using var impatience = new CancellationTokenSource(Patience);
        try
        {
            for (var lines = 0; lines < after && await child.StandardOutput.ReadLineAsync(impatience.Token) is { } line; lines++)
            {
                Note(acknowledged, line);
            }
        }
        finally
        {
            child.Kill();
        }

        // What it still said before it died counts too; the last line may be cut.
        var rest = await child.StandardOutput.ReadToEndAsync(impatience.Token);
        var whole = rest[..(rest.LastIndexOf('\n') + 1)];
        Array.ForEach(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Note(acknowledged, line));
        await child.WaitForExitAsync(impatience.Token);
    }

    private static void Note(Dictionary<int, long> acknowledged, string line)
    {
        var parts = line.Split(' ');
        acknowledged[int.Parse(parts[0], CultureInfo.InvariantCulture)] = long.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
