using RepairBot.Core.Chat;

namespace RepairBot.Core.Storage;

/// <summary>What may share a transaction and a flush with the writes of others.</summary>
public abstract record StoreWrite
{
    private StoreWrite()
    {
    }

    /// <summary>What a turn changes.</summary>
    public sealed record Turn(Commit Commit) : StoreWrite;

    /// <summary>A platform's confirmation of a message version.</summary>
    public sealed record Settlement(PersonId Person, MessageId Message, long Seq, ReadOnlyMemory<byte> Reference) : StoreWrite;
}

/// <summary>A write on its way, with somebody waiting for it.</summary>
public sealed class PendingWrite(StoreWrite write)
{
    private readonly TaskCompletionSource<CommitResult> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to write.</summary>
    public StoreWrite Write { get; } = write;

    /// <summary>What the writer found; told to whoever waits once the group is on the disk.</summary>
    public CommitResult Result { get; set; }

    internal Task<CommitResult> Done => waiting.Task;

    internal void Acknowledge() => waiting.SetResult(Result);

    internal void Fail(Exception failure) => waiting.SetException(failure);
}
