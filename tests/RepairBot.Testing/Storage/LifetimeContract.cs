using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>Erasing, backing up, opening again, giving up waiting, and many at once.</summary>
public abstract class LifetimeContract<THarness> : StoreContract<THarness>
    where THarness : IStoreHarness, new()
{
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Erasing_leaves_nothing_of_one_and_everything_of_others()
    {
        await CommitAsync(EverythingOf(Ann, 1));
        await CommitAsync(EverythingOf(Ben, 2));
        await Store.SettleAsync(Ann, new MessageId(1), 1, SomeRows.Payload(3), Never);

        await Store.EraseAsync(Ann, Never);

        await AssertNothingOfAnnAsync();
        await ReopenAsync();
        await AssertNothingOfAnnAsync();
        Assert.Equal(Ben, await Store.FindPersonAsync(SomeRows.Identity(2), Never));
        Assert.Equal(2, (await Store.LoadAllAsync(Ben, Never)).Count);
        Assert.Single(await Store.LoadMessagesAsync(Ben, 0, 10, Never));
        Assert.Single(await Store.ClaimDueAsync(Due, TimeSpan.FromMinutes(1), 10, Never));
    }

    [Fact]
    public async Task Erasing_a_stranger_is_no_error() => await Store.EraseAsync(Ann, Never);

    [Fact]
    public async Task Who_was_erased_may_come_again_as_somebody_new()
    {
        await CommitAsync(EverythingOf(Ann, 1));
        await Store.EraseAsync(Ann, Never);
        await CommitAsync(SomeRows.Writing(Ben, 0, expectedVersion: 0) with { Identity = SomeRows.Identity(1) });

        Assert.Equal(Ben, await Store.FindPersonAsync(SomeRows.Identity(1), Never));
    }

    [Fact]
    public async Task A_backup_opens_and_holds_what_was_there_then()
    {
        using var directory = new TemporaryDirectory();
        await CommitAsync(EverythingOf(Ann, 1));
        await Store.BackupAsync(directory.PathOf("copy"), Never);
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 1));

        await using var copy = Harness.OpenBackup(directory.PathOf("copy"));

        Assert.Equal(Ann, await copy.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Equal(1, (await copy.LoadAsync(Ann, RecordId.Head, Never))!.Version);
        Assert.Single(await copy.LoadMessagesAsync(Ann, 0, 10, Never));
        Assert.Equal(Due, await copy.NextDueAsync(Never));
        Assert.Equal(2, (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Version);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.PathOf("copy"), "mine");

        await Assert.ThrowsAsync<StoreException>(async () => await Store.BackupAsync(directory.PathOf("copy"), Never));

        Assert.Equal("mine", await File.ReadAllTextAsync(directory.PathOf("copy")));
    }

    [Fact]
    public async Task Whoever_gave_up_before_asking_changes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.CommitAsync(SomeRows.Writing(Ann, 0, 0), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.EraseAsync(Ann, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.LoadAsync(Ann, RecordId.Head, cancelled.Token));

        Assert.Null(await Store.LoadAsync(Ann, RecordId.Head, Never));
    }

    [Fact]
    public async Task Giving_up_waiting_leaves_the_store_working()
    {
        for (var i = 0; i < 200; i++)
        {
            using var cancelling = new CancellationTokenSource();
            var commit = Store.CommitAsync(SomeRows.Writing(Ann, i, 0), cancelling.Token).AsTask();
            await cancelling.CancelAsync();
            await Task.WhenAny(commit);
        }

        await CommitAsync(SomeRows.Writing(Ben, 0, expectedVersion: 0));
        Assert.All(await Store.LoadAllAsync(Ann, Never), row => Assert.Equal(1, row.Version));
    }

    [Fact]
    public async Task One_of_many_takes_an_identity()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(async () =>
            await Store.CommitAsync(SomeRows.Writing(SomeRows.Person(i), 0, 0) with { Identity = SomeRows.Identity(1) }, Never))));

        Assert.Single(results, CommitResult.Committed);
        var owner = await Store.FindPersonAsync(SomeRows.Identity(1), Never);
        Assert.NotNull(await Store.LoadAsync(owner!.Value, RecordId.Head, Never));
    }

    [Fact]
    public async Task Many_writers_to_one_record_each_win_once_per_version()
    {
        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            var won = 0;
            while (won < 10)
            {
                var seen = (await Store.LoadAsync(Ann, RecordId.Head, Never))?.Version ?? 0;
                won += await Store.CommitAsync(SomeRows.Writing(Ann, 0, seen), Never) == CommitResult.Committed ? 1 : 0;
            }

            return won;
        })));

        Assert.Equal(160, wins.Sum());
        Assert.Equal(160, (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Version);
    }

    [Fact]
    public async Task Readers_see_whole_rows_of_the_right_person_while_others_write()
    {
        const int People = 16;
        const int Turns = 60;
        var readers = Enumerable.Range(0, 4).Select(r => Task.Run(async () =>
        {
            for (var i = r; i < 300; i++)
            {
                var person = SomeRows.Person(i % People);
                if (await Store.LoadAsync(person, RecordId.Head, Never) is { } row)
                {
                    Assert.Equal(person, row.Person);
                    Assert.Equal(SomeRows.Payload((int)row.Version, 500), row.Payload.ToArray());
                }

                var feed = await Store.LoadMessagesAsync(person, 0, 1000, Never);
                Assert.Equal(Enumerable.Range(1, feed.Count).Select(seq => (long)seq), feed.Select(message => message.Seq));
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, People).Select(p => Task.Run(async () =>
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                await CommitAsync(SomeRows.Writing(SomeRows.Person(p), 0, turn, SomeRows.Payload(turn + 1, 500)) with
                {
                    Messages = [new MessageWrite(new MessageId(turn + 1), turn + 1, Settled: true, SomeRows.Payload(turn))],
                });
            }
        })));
        await Task.WhenAll(readers);
        await ReopenAsync();

        for (var p = 0; p < People; p++)
        {
            Assert.Equal(Turns, (await Store.LoadAsync(SomeRows.Person(p), RecordId.Head, Never))!.Version);
            Assert.Equal(Turns, (await Store.LoadMessagesAsync(SomeRows.Person(p), 0, 1000, Never)).Count);
        }
    }

    private static Commit EverythingOf(PersonId person, int number) => new()
    {
        Person = person,
        Identity = SomeRows.Identity(number),
        Records = [new RecordWrite(RecordId.Head, 0, SomeRows.Payload(1)), new RecordWrite(new RecordId(5), 0, SomeRows.Payload(2))],
        Messages = [new MessageWrite(new MessageId(1), 1, Settled: false, SomeRows.Payload(3))],
        Reminders = [new StoredReminder(person, new ReminderId(1), Due, SomeRows.Payload(4))],
    };

    private async Task AssertNothingOfAnnAsync()
    {
        Assert.Null(await Store.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Null(await Store.LoadAsync(Ann, RecordId.Head, Never));
        Assert.Empty(await Store.LoadAllAsync(Ann, Never));
        Assert.Null(await Store.LoadMessageAsync(Ann, new MessageId(1), Never));
        Assert.Empty(await Store.LoadMessagesAsync(Ann, 0, 10, Never));
        Assert.DoesNotContain(await Store.UnsettledAsync(10, Never), row => row.Person == Ann);
    }
}
