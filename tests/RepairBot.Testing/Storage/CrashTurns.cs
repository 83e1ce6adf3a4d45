using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>Turns that can be checked after a crash: all that a turn wrote follows from the person and the version.</summary>
public static class CrashTurns
{
    /// <summary>How many talk at once.</summary>
    public const int People = 8;

    private static readonly RecordId Repair = new(5);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static async Task<long> VersionAsync(IStore store, int person) =>
        (await store.LoadAsync(SomeRows.Person(person), RecordId.Head, CancellationToken.None))?.Version ?? 0;

    /// <summary>Takes the turn after a version.</summary>
    public static async Task CommitAsync(IStore store, int person, long version)
    {
        var who = SomeRows.Person(person);
        var next = version + 1;
        var result = await store.CommitAsync(
            new Commit
            {
                Person = who,
                Identity = version == 0 ? SomeRows.Identity(person) : null,
                Records =
                [
                    new RecordWrite(RecordId.Head, version, Payload(person, next, 3000)),
                    new RecordWrite(Repair, version, Payload(person, next, 2000)),
                ],
                Messages = [new MessageWrite(IdOf(next), next, Settled: next % 3 == 0, Payload(person, next, 2500))],
                Reminders = [new StoredReminder(who, new ReminderId(person), Start.AddSeconds(next), Payload(person, next, 100))],
            },
            CancellationToken.None);
        Assert.Equal(CommitResult.Committed, result);
        await SettleAsync(store, person, next);
    }

    /// <summary>Does what a kill may have left undone; gives the last turn.</summary>
    public static async Task<long> ResumeAsync(IStore store, int person)
    {
        var version = await VersionAsync(store, person);
        await SettleAsync(store, person, version);
        return version;
    }

    /// <summary>Every turn up to the last is there and whole, and the last is no older than what was acknowledged.</summary>
    public static async Task AssertWholeAsync(IStore store, IReadOnlyDictionary<int, long> acknowledged)
    {
        var due = (await store.ClaimDueAsync(DateTimeOffset.MaxValue.AddDays(-1), TimeSpan.FromMinutes(1), 1000, CancellationToken.None))
            .ToDictionary(reminder => reminder.Person, reminder => reminder.DueAt);
        for (var person = 1; person <= People; person++)
        {
            var who = SomeRows.Person(person);
            var version = await VersionAsync(store, person);
            Assert.InRange(version, acknowledged.GetValueOrDefault(person), long.MaxValue);
            if (version == 0)
            {
                Assert.Empty(await store.LoadAllAsync(who, CancellationToken.None));
                continue;
            }

            Assert.Equal(who, await store.FindPersonAsync(SomeRows.Identity(person), CancellationToken.None));
            Assert.Equal(Start.AddSeconds(version), due[who]);
            await AssertRecordsAsync(store, person, version);
            await AssertMessagesAsync(store, person, version);
        }
    }

    // Of three messages one is confirmed afterwards, one never, and one needs it not.
    private static async Task SettleAsync(IStore store, int person, long seq)
    {
        if (seq % 3 == 1)
        {
            await store.SettleAsync(SomeRows.Person(person), IdOf(seq), seq, Payload(person, seq, 20), CancellationToken.None);
        }
    }

    private static async Task AssertRecordsAsync(IStore store, int person, long version)
    {
        var records = await store.LoadAllAsync(SomeRows.Person(person), CancellationToken.None);
        Assert.Equal([(RecordId.Head, version), (Repair, version)], records.Select(row => (row.Record, row.Version)));
        Assert.Equal(Payload(person, version, 3000), records[0].Payload.ToArray());
        Assert.Equal(Payload(person, version, 2000), records[1].Payload.ToArray());
    }

    private static async Task AssertMessagesAsync(IStore store, int person, long version)
    {
        var messages = await store.LoadMessagesAsync(SomeRows.Person(person), 0, int.MaxValue, CancellationToken.None);
        Assert.Equal(version, messages.Count);
        for (var seq = 1; seq <= version; seq++)
        {
            var message = messages[seq - 1];
            Assert.Equal((IdOf(seq), (long)seq), (message.Message, message.Seq));
            Assert.Equal(Payload(person, seq, 2500), message.Payload.ToArray());

            // The settlement of the very last turn may have come too late.
            Assert.True(seq == version || message.Settled == (seq % 3 != 2), "A settlement is missing.");
        }
    }

    private static MessageId IdOf(long seq) => new((seq * 0x5DEECE66DL) & long.MaxValue);

    private static byte[] Payload(int person, long version, int length) => SomeRows.Payload((int)((person * 1_000_003L) + version), length);
}
