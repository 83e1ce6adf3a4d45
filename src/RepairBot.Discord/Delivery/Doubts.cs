using System.Collections.Concurrent;
using RepairBot.Core.Chat;

namespace RepairBot.Discord.Delivery;

/// <summary>
/// Messages that Discord may hold although nobody heard so: those whose sending was begun, and after a start all that were made before
/// it. May be used from many threads.
/// </summary>
internal sealed class Doubts(TimeProvider time)
{
    private readonly ConcurrentDictionary<MessageId, DateTimeOffset> begun = new();
    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    /// <summary>Since when Discord may hold it; null when it can't.</summary>
    public DateTimeOffset? Since(Message message) =>
        begun.TryGetValue(message.Id, out var at) ? at : message.At <= startedAt ? message.At : null;

    /// <summary>Notes that a call which makes the message is about to go out.</summary>
    public void Begin(Message message) => begun.TryAdd(message.Id, message.At <= startedAt ? message.At : time.GetUtcNow());

    /// <summary>Notes that it is known now where the message is, or that Discord refused it.</summary>
    public void End(Message message) => begun.TryRemove(message.Id, out _);
}
