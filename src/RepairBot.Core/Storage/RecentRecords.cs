using System.Diagnostics.CodeAnalysis;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Storage;

/// <summary>
/// The records written last, as they are on the disk, so that the next turn of somebody who is talking reads none. For stores that one
/// process has to itself. One thread at a time may change it; any number may read.
/// </summary>
/// <param name="capacity">Most bytes of payload, about.</param>
public sealed class RecentRecords(long capacity)
{
    private const int RowWeight = 200;

    private readonly RecentCache<(PersonId Person, RecordId Record), StoredRecord> cache = new(capacity, row => row.Payload.Length + RowWeight);

    /// <summary>Finds a record that was written not long ago.</summary>
    public bool TryGet(PersonId person, RecordId record, [MaybeNullWhen(false)] out StoredRecord row) =>
        cache.TryGet((person, record), out row);

    /// <summary>Takes over what a commit wrote; to be called once that is on the disk.</summary>
    public void Note(Commit commit)
    {
        foreach (var record in commit.Removed)
        {
            cache.Remove((commit.Person, record));
        }

        foreach (var write in commit.Records)
        {
            Note(new StoredRecord(commit.Person, write.Record, write.ExpectedVersion + 1, write.Payload.ToArray()));
        }
    }

    /// <summary>Takes over a row that belongs to nobody else.</summary>
    public void Note(StoredRecord row) => cache.Set((row.Person, row.Record), row);

    /// <summary>Forgets a person.</summary>
    public void Forget(PersonId person) => cache.RemoveWhere(key => key.Person == person);
}
