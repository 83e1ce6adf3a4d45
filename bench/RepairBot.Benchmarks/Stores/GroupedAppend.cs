using Microsoft.Win32.SafeHandles;
using RepairBot.Core.Storage;

namespace RepairBot.Benchmarks.Stores;

/// <summary>What the disk can do: the same bytes appended by the same queue, a flush for each group, and nothing else.</summary>
internal sealed class GroupedAppend : ITurnTarget
{
    private readonly SafeFileHandle file;
    private readonly WriteQueue queue;
    private readonly byte[] buffer = new byte[512 * TurnWork.Bytes];
    private long end;

    public GroupedAppend(string directory)
    {
        Directory.CreateDirectory(directory);
        file = File.OpenHandle(Path.Combine(directory, "append"), FileMode.Create, FileAccess.Write);
        queue = new WriteQueue("append", Append, () => false);
    }

    public async Task TurnAsync(int person) => await queue.WriteAsync(
        new StoreWrite.Turn(new Commit
        {
            Person = default,
            Records = [new RecordWrite(default, 0, TurnWork.Record(person)), new RecordWrite(default, 0, TurnWork.Record(person + 1))],
            Messages =
            [
                new MessageWrite(default, 0, Settled: true, TurnWork.Message(person)),
                new MessageWrite(default, 0, Settled: true, TurnWork.Message(person + 1)),
            ],
        }),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        file.Dispose();
    }

    private void Append(IReadOnlyList<PendingWrite> group)
    {
        var length = 0;
        foreach (var pending in group)
        {
            var commit = ((StoreWrite.Turn)pending.Write).Commit;
            foreach (var record in commit.Records)
            {
                record.Payload.Span.CopyTo(buffer.AsSpan(length));
                length += record.Payload.Length;
            }

            foreach (var message in commit.Messages)
            {
                message.Payload.Span.CopyTo(buffer.AsSpan(length));
                length += message.Payload.Length;
            }
        }

        RandomAccess.Write(file, buffer.AsSpan(0, length), end);
        RandomAccess.FlushToDisk(file);
        end += length;
    }
}
