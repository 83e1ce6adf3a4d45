using RepairBot.Core.Coaching;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>Texts made to be hard to read cost little, and every span lies in the text. Time is measured in bench/; here memory, which does not depend on the machine.</summary>
public sealed class HostileTextTests
{
    private const int Length = 10_000;
    private const long MostBytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData("you ")]
    [InlineData("i ")]
    [InlineData("I did not ")]
    [InlineData("sorry if ")]
    [InlineData("but ")]
    [InlineData("you never i always ")]
    [InlineData("y0u 1 ")]
    [InlineData("zxqv ")]
    [InlineData("a")]
    [InlineData("\"'")]
    [InlineData("😀\ud800")]
    public void A_long_hard_text_stays_within_its_memory_and_its_spans(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (Length / part.Length) + 1))[..Length];
        DraftReader.Read(text[..100]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = DraftReader.Read(text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.All(reading.Faults, f => Assert.InRange(f.Span.End, 1, Length));
        Assert.All(reading.Components, c => Assert.InRange(c.Span.End, 1, Length));
    }

    [Fact]
    public void The_same_text_gets_the_same_answer()
    {
        const string text = "I shouted, but you started it. You never listen. Sorry if it hurt.";
        Assert.Equal(DraftReader.Read(text).Faults.AsEnumerable(), DraftReader.Read(text).Faults.AsEnumerable());
    }
}
