using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace RepairBot.Core.Storage;

/// <summary>
/// Keeps what was set most recently, within a bound. One thread at a time may change it; any number may read, without a lock.
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten.
/// </summary>
/// <param name="capacity">Most weight of both generations together.</param>
/// <param name="weight">What one entry weighs when it is set, in the same unit; one that grows is to be set again.</param>
public sealed class RecentCache<TKey, TValue>(long capacity, Func<TValue, long> weight)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, Entry> young = new();
    private ConcurrentDictionary<TKey, Entry> old = new();
    private long youngWeight;

    /// <summary>Finds what was set last; a value set while this runs may or may not be seen.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = young.TryGetValue(key, out var entry) || old.TryGetValue(key, out entry);
        value = entry.Value;
        return found;
    }

    /// <summary>Remembers a value.</summary>
    public void Set(TKey key, TValue value)
    {
        var entry = new Entry(value, weight(value));
        var added = entry.Weight - (young.TryGetValue(key, out var before) ? before.Weight : 0);
        if (youngWeight + added > capacity / 2)
        {
            old = young;
            young = new();
            youngWeight = 0;
            added = entry.Weight;
        }

        young[key] = entry;
        youngWeight += added;
    }

    /// <summary>Forgets a value.</summary>
    public void Remove(TKey key)
    {
        if (young.TryRemove(key, out var entry))
        {
            youngWeight -= entry.Weight;
        }

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

    private readonly record struct Entry(TValue Value, long Weight);
}
