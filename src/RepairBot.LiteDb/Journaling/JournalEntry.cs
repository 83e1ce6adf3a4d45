using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb.Journaling;

/// <summary>What one checksummed record of the journal says.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>Commits that share a flush.</summary>
    public sealed record Group(RowChanges Changes) : JournalEntry;

    /// <summary>LiteDB's log is on the disk and is about to be copied into its data file.</summary>
    public sealed record CheckpointBegins : JournalEntry;

    /// <summary>LiteDB's data file is on the disk; its log says nothing new.</summary>
    public sealed record CheckpointEnds : JournalEntry;
}
