using RepairBot.Core.CheckIns;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class ActDayTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("Tonight I wash up.", 0)]
    [InlineData("Tomorrow I wash up.", 1)]
    [InlineData("On Tuesday, at seven, I wash up.", 1)]
    [InlineData("I wash up on Sunday.", 6)]
    [InlineData("I wash up on Monday.", 7)]
    [InlineData("El viernes lavo los platos.", 4)]
    [InlineData("Ich spüle am Donnerstag.", 3)]
    [InlineData("I wash up.", 1)]
    [InlineData("", 1)]
    public void The_first_day_an_act_names_is_its_day(string act, int daysAhead) =>
        Assert.Equal(Monday.AddDays(daysAhead), ActDay.Of(act, Monday));
}
