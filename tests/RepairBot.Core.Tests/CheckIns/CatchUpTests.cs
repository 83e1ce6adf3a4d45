using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class CatchUpTests
{
    private static readonly DateTimeOffset Now = Utc("2026-06-10 18:00");

    [Theory]
    [InlineData("2026-06-10 18:00", false)]
    [InlineData("2026-06-10 16:00", false)]
    [InlineData("2026-06-10 15:59", true)]
    public void More_than_two_hours_is_late(string dueAt, bool late) => Assert.Equal(late, CatchUp.At(Now, [Ping(1, dueAt)]).Late);

    [Fact]
    public void Several_make_one_note_in_due_order()
    {
        var note = CatchUp.At(Now, [Ping(3, "2026-06-10 17:30"), Ping(1, "2026-06-10 12:00"), Ping(2, "2026-06-10 12:00")]);

        Assert.Equal([1, 2, 3], note.Shown.Select(ping => ping.Reminder.Value));
        Assert.True(note.Merged);
        Assert.True(note.Late);
    }

    [Fact]
    public void One_whose_next_is_due_too_is_dropped()
    {
        var note = CatchUp.At(Now, [Ping(1, "2026-06-07 18:00", "2026-06-10 18:00"), Ping(2, "2026-06-10 17:00", "2026-06-14 18:00")]);

        Assert.Equal([1], note.Dropped.Select(ping => ping.Reminder.Value));
        Assert.Equal([2], note.Shown.Select(ping => ping.Reminder.Value));
        Assert.False(note.Late);
        Assert.False(note.Merged);
    }

    [Fact]
    public void What_is_still_to_come_is_left_alone()
    {
        var note = CatchUp.At(Now, [Ping(1, "2026-06-10 18:01")]);

        Assert.Empty(note.Shown);
        Assert.Empty(note.Dropped);
    }

    private static DuePing Ping(long id, string dueAt, string? nextAt = null) =>
        new(new ReminderId(id), Utc(dueAt), nextAt is null ? null : Utc(nextAt));
}
