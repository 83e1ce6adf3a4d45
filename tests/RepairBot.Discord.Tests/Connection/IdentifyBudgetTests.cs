using RepairBot.Discord.Connection;
using RepairBot.Discord.Tests.Harness;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Discord.Tests.Connection;

/// <summary>New sessions stay far below Discord's thousand a day, and a bot that is well waits for none.</summary>
public sealed class IdentifyBudgetTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime time = new();
    private readonly TemporaryDirectory directory = new();
    private readonly List<string> warnings = [];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Whoever_asks_every_second_for_three_days_begins_fewer_than_fifty_sessions_in_any_day()
    {
        var budget = Budget(file: null);

        var begun = AskEverySecond(() => budget);

        Assert.InRange(MostInADay(begun), 10, 49);
    }

    [Fact]
    public void Being_started_over_every_ten_seconds_changes_nothing()
    {
        var file = directory.PathOf("sessions.json");

        var begun = AskEverySecond(() => time.GetUtcNow().Second % 10 == 0 ? Budget(file) : null);

        Assert.InRange(MostInADay(begun), 10, 49);
    }

    [Fact]
    public void Good_sessions_never_wait_and_never_pass_the_days_limit()
    {
        var budget = Budget(file: null);
        for (var session = 0; session < 24; session++)
        {
            Assert.True(budget.TryTake());
            time.Advance(TimeSpan.FromHours(3));
        }
    }

    [Fact]
    public void The_first_failures_cost_seconds_and_a_lasting_one_an_hour()
    {
        var budget = Budget(file: null);
        var waits = new List<TimeSpan>();
        for (var session = 0; session < 8; session++)
        {
            Assert.True(budget.TryTake());
            waits.Add(budget.Wait());
            time.Advance(waits[^1]);
        }

        Assert.Equal([6, 15, 60, 300, 900, 1800, 3600, 3600], waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""["2036-01-01T00:00:00Z"]""")]
    public void A_note_that_makes_no_sense_locks_nobody_out(string note)
    {
        var file = directory.PathOf("sessions.json");
        File.WriteAllText(file, note);

        Assert.True(Budget(file).TryTake());
    }

    [Fact]
    public void A_note_that_can_not_be_written_stops_nobody_and_the_count_goes_on()
    {
        var budget = Budget(directory.PathOf("no/such/folder/sessions"));

        var begun = AskEverySecond(() => budget);

        Assert.InRange(MostInADay(begun), 10, 49);
        Assert.Equal(begun.Count, warnings.Count(warning => warning.Contains("in memory only", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_note_that_can_not_be_read_locks_nobody_out_and_is_said()
    {
        var file = directory.PathOf("sessions");
        using var held = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.True(Budget(file).Wait() <= TimeSpan.Zero);
        Assert.Single(warnings);
    }

    private IdentifyBudget Budget(string? file) => new(time, file, new Warnings<IdentifyBudget>(warnings));

    private List<DateTimeOffset> AskEverySecond(Func<IdentifyBudget?> budget)
    {
        var begun = new List<DateTimeOffset>();
        for (var second = 0; second < 3 * 86_400; second++)
        {
            if (budget() is { } asked && asked.TryTake())
            {
                begun.Add(time.GetUtcNow());
            }

            time.Advance(Second);
        }

        return begun;
    }

    private static int MostInADay(List<DateTimeOffset> begun) =>
        begun.Max(first => begun.Count(at => at >= first && at < first + TimeSpan.FromDays(1)));
}
