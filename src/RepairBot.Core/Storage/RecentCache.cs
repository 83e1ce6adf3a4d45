using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace RepairBot.Core.Storage;

/// <summary>
/// Keeps what was set most recently, within a bound. One thread at a time may change it; any number may read, without a lock.
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten.
/// </summary>
/// <param name="capacity">Most weight of both generations together.</param>
/// <param name="weight">What one entry weighs, in the same unit.</param>
public sealed class RecentCache<TKey, TValue>(long capacity, Func<TValue, long> weight)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> young = new();
    private ConcurrentDictionary<TKey, TValue> old = new();
    private long youngWeight;

    /// <summary>Finds what was set last; a value set while this runs may or may not be seen.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) =>
        young.TryGetValue(key, out value) || old.TryGetValue(key, out value);

    /// <summary>Remembers a value.</summary>
    public void Set(TKey key, TValue value)
    {
        var added = weight(value);
        if (youngWeight + added > capacity / 2)
        {
            old = young;
            young = new();
            youngWeight = 0;
        }

        young[key] = value;
        youngWeight += added;
    }

    /// <summary>Forgets a value.</summary>
    public void Remove(TKey key)
    {
        young.TryRemove(key, out _);
        old.TryRemove(key, out _);
    }

    /// <summary>Forgets what fits.</summary>
    public void RemoveWhere(Func<TKey, bool> fits)
    {
        foreach (var key in young.Keys.Concat(old.Keys).Where(fits))
        {
            Remove(key);
        }
    }
}
