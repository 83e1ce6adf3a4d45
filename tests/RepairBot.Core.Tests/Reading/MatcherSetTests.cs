using RepairBot.Core.Reading;

namespace RepairBot.Core.Tests.Reading;

public sealed class MatcherSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(5_800)]
    [InlineData(20_000)]
    public void A_set_holds_just_what_was_added(int matchers)
    {
        var random = new Random(matchers);
        var set = new MatcherSet(matchers);
        var added = new HashSet<int>();
        for (var i = 0; i < 300; i++)
        {
            var matcher = random.Next(matchers);
            set.Add(matcher);
            added.Add(matcher);
        }

        Assert.Equal(added.Order(), Enumerable.Range(0, matchers).Where(set.Has));
        Assert.Equal(added.Count, set.Count);
    }

    [Fact]
    public void What_several_words_meet_is_gathered_block_by_block()
    {
        var (one, other) = (new MatcherSet(9_000), new MatcherSet(9_000));
        one.Add(3);
        one.Add(8_999);
        other.Add(64);
        var blocks = new ulong[one.Blocks];

        one.AddTo(blocks);
        other.AddTo(blocks);

        Assert.Equal([3, 64, 8_999], Enumerable.Range(0, 9_000).Where(matcher => (blocks[matcher / 64] & (1UL << (matcher % 64))) != 0));
    }
}
