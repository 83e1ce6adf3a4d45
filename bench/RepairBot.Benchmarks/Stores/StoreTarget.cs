using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Benchmarks.Stores;

/// <summary>A turn on a store: read the head, read the repair, commit both and two messages.</summary>
internal sealed class StoreTarget(IStore store) : ITurnTarget
{
    private static readonly RecordId Repair = new(7);

    public async Task TurnAsync(int person)
    {
        var who = new PersonId(new Guid(person, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));
        var head = await store.LoadAsync(who, RecordId.Head, CancellationToken.None);
        var repair = await store.LoadAsync(who, Repair, CancellationToken.None);
        var turn = head?.Version ?? 0;
        var result = await store.CommitAsync(
            new Commit
            {
                Person = who,
                Records =
                [
                    new RecordWrite(RecordId.Head, turn, TurnWork.Record(turn)),
                    new RecordWrite(Repair, repair?.Version ?? 0, TurnWork.Record(turn + 1)),
                ],
                Messages =
                [
                    new MessageWrite(IdOf(person, turn, 1), (2 * turn) + 1, Settled: true, TurnWork.Message(turn)),
                    new MessageWrite(IdOf(person, turn, 2), (2 * turn) + 2, Settled: true, TurnWork.Message(turn + 1)),
                ],
            },
            CancellationToken.None);
        if (result != CommitResult.Committed)
        {
            throw new InvalidOperationException("A turn met a conflict, but each person is alone with their records.");
        }
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    // Spread over all 63 bits, as random ids are.
    private static MessageId IdOf(int person, long turn, int which) =>
        new((long)(unchecked((ulong)((person * 1_000_003L) + (turn * 2) + which) * 0x9E3779B97F4A7C15) >> 1));
}
