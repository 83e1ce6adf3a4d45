using System.Globalization;
using RepairBot.LocalChat.Clock;

namespace RepairBot.LocalChat.Tests.Clock;

public sealed class IsoDurationTests
{
    [Theory]
    [InlineData("PT10M", "00:10:00")]
    [InlineData("PT0S", "00:00:00")]
    [InlineData("P1D", "1.00:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("P1DT2H3M4.5S", "1.02:03:04.5000000")]
    [InlineData("PT36H", "1.12:00:00")]
    [InlineData("PT0.001S", "00:00:00.0010000")]
    public void Fixed_lengths_are_read(string text, string span) =>
        Assert.Equal(TimeSpan.ParseExact(span, "c", CultureInfo.InvariantCulture), IsoDuration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("10M")]
    [InlineData("PT10")]
    [InlineData("-PT10M")]
    [InlineData("PT-10M")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT1M1H")]
    [InlineData("pt10m")]
    [InlineData("PT10M\n")]
    [InlineData(" PT10M")]
    [InlineData("PT1e3S")]
    [InlineData("PT.5S")]
    [InlineData("PT1.S")]
    [InlineData("PT٣M")]
    [InlineData("P9999999999D")]
    [InlineData("P999999999W999999999D")]
    [InlineData("00:10:00")]
    public void Anything_else_is_not(string text) => Assert.Null(IsoDuration.Parse(text));
}
