using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

/// <summary>Ten thousand characters of anything are read with little memory; bench/ has the times.</summary>
public sealed class HostileTextTests
{
    private const int Characters = 10_000;
    private const long MostBytes = 10_000_000;
    private static readonly Screen Screen = new();

    [Theory]
    [InlineData("i ")]
    [InlineData("if ")]
    [InlineData("a")]
    [InlineData("' \" ")]
    [InlineData("\U0001F62D")]
    [InlineData("\u0301\u200B")]
    [InlineData("\uD83D")]
    [InlineData("kill myself ")]
    [InlineData("he hit me and ")]
    [InlineData("i want to die if she leaves i will kill her he says he will hurt himself if i go ")]
    [InlineData("qzvx wjkq pfgh ")]
    [InlineData("(((((( ")]
    [InlineData("no not never he has not never hit me ")]
    public void Repeating_anything_costs_little_memory_and_never_fails(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Characters / part.Length));
        Screen.Read(text, "en");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Screen.Read(text, "en");

        Assert.IsNotType<ScreeningResult.Failed>(result);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Fact]
    public void Any_characters_at_all_are_read()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var text = string.Create(500, seed, (to, from) =>
            {
                var state = unchecked((uint)from * 2654435761);
                for (var i = 0; i < to.Length; i++)
                {
                    state = unchecked((state * 1664525) + 1013904223);
                    to[i] = (char)(state >> 16);
                }
            });

            Assert.IsNotType<ScreeningResult.Failed>(Screen.Read(text, "xx"));
        }
    }

    [Fact]
    public void A_risk_at_the_end_of_a_long_text_is_seen()
    {
        var text = string.Concat(Enumerable.Repeat("We talked about the kitchen and the weather. ", 200)) + "I want to kill myself.";

        Assert.IsType<ScreeningResult.Hit>(Screen.Read(text, "en"));
    }
}
