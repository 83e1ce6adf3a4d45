using RepairBot.Core.Storage;
using RepairBot.LocalChat.Clock;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.LocalChat.Tests.Clock;

public sealed class LocalClockTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly ManualTime machine = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_starts_at_the_machines_time() => Assert.Equal(machine.GetUtcNow(), Open().GetUtcNow());

    [Fact]
    public void It_runs_on_after_a_move()
    {
        var clock = Open();
        clock.MoveTo(machine.GetUtcNow() + TimeSpan.FromDays(3));
        machine.Advance(TimeSpan.FromHours(1));

        Assert.Equal(machine.GetUtcNow() + TimeSpan.FromDays(3), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = Open();
        clock.MoveTo(machine.GetUtcNow() + TimeSpan.FromDays(3));
        clock.MoveTo(machine.GetUtcNow() + TimeSpan.FromDays(2));

        Assert.Equal(TimeSpan.FromDays(3), clock.Ahead);
    }

    [Fact]
    public void A_restart_does_not_bring_back_a_day_that_has_passed()
    {
        Open().MoveTo(machine.GetUtcNow() + TimeSpan.FromHours(36.5));

        Assert.Equal(TimeSpan.FromHours(36.5), Open().Ahead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"ahead\":\"-1.00:00:00\"}")]
    [InlineData("{\"ahead\":\"1000000.00:00:00\"}")]
    [InlineData("{\"ahead\":\"tomorrow\"}")]
    public void A_file_that_makes_no_sense_stops_the_start(string content)
    {
        File.WriteAllText(folder.PathOf(LocalClock.FileName), content);

        var e = Assert.Throws<StoreException>(Open);
        Assert.Equal(StoreFailure.Damaged, e.Failure);
        Assert.Contains(LocalClock.FileName, e.Message, StringComparison.Ordinal);
    }

    private LocalClock Open() => LocalClock.Open(folder.Path, machine);
}
