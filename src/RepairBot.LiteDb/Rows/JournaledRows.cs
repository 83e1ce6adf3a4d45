using System.Collections.Concurrent;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.LiteDb.Journaling;

namespace RepairBot.LiteDb.Rows;

/// <summary>
/// Rows as they are on the disk: newest in the journal and pending here, older ones in LiteDB. One thread only, but for
/// <see cref="TryFind"/>.
/// </summary>
internal sealed class JournaledRows : IDisposable
{
    private const long RecentBytes = 24 * 1024 * 1024;

    private readonly Journal journal;
    private readonly Collections collections;
    private readonly MessageBatches batches;
    private readonly Applying applying;
    private readonly ConcurrentDictionary<RowKey, Row?> pending = new();
    private readonly RecentCache<RowKey, Row> recent = new(RecentBytes, row => row.Weight);

    private JournaledRows(Journal journal, Collections collections)
    {
        this.journal = journal;
        this.collections = collections;
        Feeds = new Feeds(collections);
        Unsettled = new UnsettledMessages(collections);
        Due = new DueOrder(collections);
        batches = new MessageBatches(collections, Feeds);
        applying = new Applying(collections, Feeds, batches, Unsettled, Due);
    }

    public Feeds Feeds { get; }

    public UnsettledMessages Unsettled { get; }

    public DueOrder Due { get; }

    public long JournalLength => journal.Length;

    public long LogLength => collections.LogLength;

    /// <summary>Rows that LiteDB does not have yet.</summary>
    public int Pending => pending.Count;

    /// <summary>True when what is in memory may have fallen behind the journal: to be opened again.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Opens the files and brings them to what is durable. The journal must exist.</summary>
    public static JournaledRows Open(StoreDirectory directory, OpenEngineStream open)
    {
        var (journal, entries) = Journal.Open(directory.PathOf(Journal.Name));
        Collections? opened = null;
        try
        {
            // LiteDB's log has no checksums. It is trusted only between the two marks, when it was flushed and the data file may be half
            // written; at any other time the data file is whole and the journal knows what came after it.
            var inCheckpoint = entries.LastOrDefault(entry => entry is not JournalEntry.Group) is JournalEntry.CheckpointBegins;
            if (!inCheckpoint)
            {
                File.Delete(directory.PathOf(Collections.LogName));
            }

            opened = new Collections(directory.PathOf(Collections.DataName), directory.PathOf(Collections.LogName), open);
            if (inCheckpoint)
            {
                journal.Append(new JournalEntry.CheckpointEnds());
            }

            var rows = new JournaledRows(journal, opened);
            foreach (var group in entries.OfType<JournalEntry.Group>())
            {
                rows.Publish(group.Changes);
            }

            return rows;
        }
        catch
        {
            opened?.Dispose();
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Looks in memory only; any thread may. False when LiteDB has to be asked.</summary>
    public bool TryFind(RowKey key, out Row? row)
    {
        if (pending.TryGetValue(key, out row))
        {
            return true;
        }

        var found = recent.TryGet(key, out var kept);
        row = kept;
        return found;
    }

    /// <summary>The row as it is now; null when there is none. Not for reminders, which only their order is asked for.</summary>
    public Row? Find(RowKey key)
    {
        if (TryFind(key, out var row))
        {
            return row;
        }

        if (key.Table == Table.Messages)
        {
            return FindMessage(key);
        }

        if (collections.Find(key) is not { } document)
        {
            return null;
        }

        row = Documents.Row(key, document);
        recent.Set(key, row);
        return row;
    }

    /// <summary>The keys of every row of a person in one collection, in order.</summary>
    public List<RowKey> KeysOf(Table table, PersonId person)
    {
        Apply(table);
        var (from, to) = (RowKey.Of(table, person, long.MinValue).Bytes, RowKey.Of(table, person, long.MaxValue).Bytes);
        return [.. collections.Scan(table, from, to).Select(document => new RowKey(table, Documents.IdOf(document)))];
    }

    /// <summary>Puts changes into the journal; when this returns they are on the disk and are seen.</summary>
    public void Commit(RowChanges changes)
    {
        journal.Append(new JournalEntry.Group(changes));
        try
        {
            Publish(changes);
        }
        catch (Exception)
        {
            // It is on the disk, so it has happened. What failed is LiteDB, which is to be opened again in any case.
            IsStale = true;
        }
    }

    /// <summary>Brings LiteDB up to date with some reminders; nothing of it needs to reach the disk.</summary>
    public void ApplyReminders(int most) => Apply(Due.Some(most));

    /// <summary>Brings LiteDB up to date with everything; nothing of it needs to reach the disk.</summary>
    public void ApplyAll() => Apply(table: null);

    /// <summary>Brings LiteDB up to date with everything, and empties its log and the journal.</summary>
    public void Checkpoint()
    {
        ApplyAll();
        collections.FlushLog();
        journal.Append(new JournalEntry.CheckpointBegins());
        collections.Checkpoint();
        journal.Append(new JournalEntry.CheckpointEnds());
        journal.Restart();
    }

    public void Dispose()
    {
        collections.Dispose();
        journal.Dispose();
    }

    // Whoever asks for one message of a batch is likely to ask for its neighbours.
    private Row? FindMessage(RowKey key)
    {
        Row? found = null;
        foreach (var (near, message) in batches.Around(key))
        {
            recent.Set(near, message!);
            found = near.Equals(key) ? message : found;
        }

        return found;
    }

    private void Publish(RowChanges changes)
    {
        foreach (var (key, row) in changes.Rows)
        {
            pending[key] = row;
        }

        foreach (var (key, row) in changes.Rows)
        {
            if (key.Table == Table.Messages)
            {
                Feeds.Note(key, (Row.Message?)row);
                Unsettled.Note(key, (Row.Message?)row);
            }
            else if (key.Table == Table.Reminders)
            {
                Due.Note(key, (Row.Reminder?)row);
            }
        }
    }

    private void Apply(Table? table)
    {
        Apply(pending.Where(row => table is null || row.Key.Table == table).ToList());
    }

    private void Apply(List<KeyValuePair<RowKey, Row?>> rows)
    {
        applying.Apply(rows);

        // Readers look among the pending first: a row is known as recent before it stops being pending.
        foreach (var (key, row) in rows)
        {
            if (row is null)
            {
                recent.Remove(key);
            }
            else if (key.Table != Table.Reminders)
            {
                recent.Set(key, row);
            }

            pending.TryRemove(key, out _);
        }
    }
}
