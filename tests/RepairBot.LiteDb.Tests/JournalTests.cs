using RepairBot.Core.Storage;
using RepairBot.LiteDb.Journaling;
using RepairBot.LiteDb.Rows;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

/// <summary>Torn at any byte, changed at any byte, or with any sector of the last record missing: what comes back is a prefix.</summary>
public sealed class JournalTests : IDisposable
{
    private const int Records = 6;
    private const int Sector = 512;

    private readonly TemporaryDirectory directory = new();
    private readonly List<long> ends = [];
    private readonly byte[] whole;

    public JournalTests()
    {
        Journal.Create(File_);
        var (journal, _) = Journal.Open(File_);
        for (var i = 1; i <= Records; i++)
        {
            journal.Append(Entry(i));
            ends.Add(journal.Length);
        }

        journal.Dispose();
        whole = File.ReadAllBytes(File_);
    }

    private string File_ => directory.PathOf("journal");

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_journal_is_read_as_it_was_written()
    {
        var (journal, entries) = Journal.Open(File_);
        using (journal)
        {
            Assert.Equal(Records, entries.Count);
            var rows = ((JournalEntry.Group)entries[2]).Changes.Rows;
            Assert.Equal(2, rows.Count);
            Assert.Equal(SomeRows.Payload(3, LengthOf(3)), ((Row.Record)rows[RowKey.Of(Table.Records, SomeRows.Person(3), 3)]!).Value.Payload.ToArray());
            Assert.Null(rows[RowKey.Of(Table.Reminders, SomeRows.Person(3), 3)]);
        }
    }

    [Fact]
    public void Cut_at_any_byte_it_gives_the_whole_records_before()
    {
        for (var length = 16; length <= whole.Length; length++)
        {
            AssertPrefix(whole[..length], ends.Count(end => end <= length));
        }
    }

    [Fact]
    public void Changed_at_any_byte_it_gives_the_records_before_that()
    {
        for (var at = 16; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x10;
            AssertPrefix(changed, ends.Count(end => end <= at));
        }
    }

    [Fact]
    public void With_any_sectors_of_an_unflushed_record_missing_it_gives_what_was_flushed()
    {
        var flushed = (int)ends[^2];
        var sectors = Enumerable.Range(flushed / Sector, (whole.Length / Sector) - (flushed / Sector) + 1).ToList();
        for (var present = 0; present < 1 << sectors.Count; present++)
        {
            var image = (byte[])whole.Clone();
            for (var s = 0; s < sectors.Count; s++)
            {
                if ((present & (1 << s)) == 0)
                {
                    var start = Math.Max(sectors[s] * Sector, flushed);
                    image.AsSpan(start, Math.Min((sectors[s] + 1) * Sector, whole.Length) - start).Clear();
                }
            }

            var isWhole = present == (1 << sectors.Count) - 1;
            AssertPrefix(image, isWhole ? Records : Records - 1);
        }
    }

    [Fact]
    public void After_a_torn_end_new_records_follow_the_good_ones()
    {
        File.WriteAllBytes(File_, whole[..^5]);
        var (journal, _) = Journal.Open(File_);
        var cutTo = new FileInfo(File_).Length;
        journal.Append(Entry(77));
        journal.Dispose();

        Assert.Equal(ends[^2], cutTo);
        var (again, entries) = Journal.Open(File_);
        again.Dispose();
        Assert.Equal(Records, entries.Count);
        Assert.Contains(RowKey.Of(Table.Records, SomeRows.Person(77), 77), ((JournalEntry.Group)entries[^1]).Changes.Rows.Keys);
    }

    [Fact]
    public void Bytes_of_another_journal_are_no_records_of_this_one()
    {
        Journal.Create(File_);
        var other = File.ReadAllBytes(File_);
        AssertPrefix([.. other, .. whole[16..]], 0);
    }

    [Fact]
    public void Something_else_is_no_journal()
    {
        File.WriteAllText(File_, "this is not a journal at all");
        Assert.Throws<InvalidDataException>(() => Journal.Open(File_));
    }

    private void AssertPrefix(byte[] image, int expected)
    {
        var (_, entries, length) = JournalFormat.Read(image);
        Assert.Equal(expected, entries.Count);
        Assert.Equal(expected == 0 ? 16 : ends[expected - 1], length);
    }

    // The last one spans several sectors.
    private static int LengthOf(int i) => i == Records ? 2000 : 150;

    private static JournalEntry.Group Entry(int i)
    {
        var changes = new RowChanges();
        var key = RowKey.Of(Table.Records, SomeRows.Person(i), i);
        changes.Put(key, new Row.Record(new StoredRecord(SomeRows.Person(i), new RecordId(i), 1, SomeRows.Payload(i, LengthOf(i)))));
        changes.Remove(RowKey.Of(Table.Reminders, SomeRows.Person(i), i));
        return new JournalEntry.Group(changes);
    }
}
