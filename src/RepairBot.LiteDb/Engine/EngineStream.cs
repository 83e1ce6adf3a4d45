namespace RepairBot.LiteDb.Engine;

/// <summary>
/// A file as LiteDB sees it. Its flush reaches the disk, which LiteDB's own streams leave out; and before it gets shorter, another file
/// may have to be flushed: a log must not lose pages that the data file has only in memory.
/// </summary>
internal sealed class EngineStream(string path, Action beforeShrinking)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
{
    /// <inheritdoc/>
    public override void Flush() => Flush(flushToDisk: true);

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        if (value < Length)
        {
            beforeShrinking();
        }

        base.SetLength(value);
    }
}
