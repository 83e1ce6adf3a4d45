using RepairBot.Core.Storage;

namespace RepairBot.Core.Tests.Storage;

public sealed class RecentCacheTests
{
    private readonly RecentCache<int, string> cache = new(10, text => text.Length);

    [Fact]
    public void What_was_set_last_is_found()
    {
        cache.Set(1, "a");
        cache.Set(1, "b");

        Assert.True(cache.TryGet(1, out var value));
        Assert.Equal("b", value);
        Assert.False(cache.TryGet(2, out _));
    }

    [Fact]
    public void It_never_holds_more_than_its_bound_and_drops_the_oldest()
    {
        for (var key = 0; key < 100; key++)
        {
            cache.Set(key, "x");
            Assert.InRange(Enumerable.Range(0, 100).Count(k => cache.TryGet(k, out _)), 1, 10);
        }

        Assert.True(cache.TryGet(99, out _));
        Assert.False(cache.TryGet(0, out _));
    }

    [Fact]
    public void Setting_the_same_again_pushes_nothing_out()
    {
        cache.Set(1, "a");
        for (var i = 0; i < 100; i++)
        {
            cache.Set(2, "bb");
        }

        Assert.True(cache.TryGet(1, out _));
    }

    [Fact]
    public void What_was_removed_stays_gone_though_an_older_generation_held_it()
    {
        cache.Set(1, "aaaa");
        cache.Set(2, "bbbb");
        cache.Set(1, "cccc");
        cache.Remove(1);

        Assert.False(cache.TryGet(1, out _));
        cache.RemoveWhere(key => key == 2);
        Assert.False(cache.TryGet(2, out _));
    }
}
