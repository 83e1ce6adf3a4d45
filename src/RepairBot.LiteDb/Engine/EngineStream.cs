namespace RepairBot.LiteDb.Engine;

/// <summary>Opens a file for LiteDB.</summary>
internal delegate EngineStream OpenEngineStream(string path, Action beforeShrinking);

/// <summary>
/// A file as LiteDB sees it. Its flush reaches the disk, which LiteDB's own streams leave out. Before it gets shorter, another file may have
/// to be flushed: a log must not lose pages that the data file has only in memory. And a write never throws: a failure in the midst of a
/// commit leaves LiteDB with a transaction whose finalizer throws, which ends the process. It is told afterwards.
/// </summary>
internal class EngineStream(string path, Action beforeShrinking)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
{
    private IOException? failure;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            WriteThrough(buffer, offset, count);
        }
        catch (IOException e)
        {
            failure ??= e;
        }
    }

    /// <summary>To be called before anything rests on what was written.</summary>
    /// <exception cref="IOException">A write has failed since this was opened.</exception>
    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw new IOException("LiteDB's files can't be written.", failure);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        ThrowIfFailed();
        Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        if (value < Length)
        {
            beforeShrinking();
        }

        base.SetLength(value);
    }

    /// <summary>The write itself.</summary>
    protected virtual void WriteThrough(byte[] buffer, int offset, int count) => base.Write(buffer, offset, count);
}
