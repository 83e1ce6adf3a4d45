using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>Records, versions, identities, and that a commit is whole or nothing.</summary>
public abstract class RecordContract<THarness> : StoreContract<THarness>
    where THarness : IStoreHarness, new()
{
    [Fact]
    public async Task A_stranger_has_nothing()
    {
        Assert.Null(await Store.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Null(await Store.LoadAsync(Ann, RecordId.Head, Never));
        Assert.Empty(await Store.LoadAllAsync(Ann, Never));
    }

    [Fact]
    public async Task A_record_is_read_as_it_was_written()
    {
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0, SomeRows.Payload(7, 2000)));

        var record = await Store.LoadAsync(Ann, RecordId.Head, Never);

        Assert.NotNull(record);
        Assert.Equal((Ann, RecordId.Head, 1L), (record.Person, record.Record, record.Version));
        Assert.Equal(SomeRows.Payload(7, 2000), record.Payload.ToArray());
    }

    [Fact]
    public async Task Versions_count_up_and_a_stale_write_conflicts()
    {
        await CommitAsync(SomeRows.Writing(Ann, 5, expectedVersion: 0));
        await CommitAsync(SomeRows.Writing(Ann, 5, expectedVersion: 1));

        await ConflictAsync(SomeRows.Writing(Ann, 5, expectedVersion: 1, SomeRows.Payload(99)));

        var record = await Store.LoadAsync(Ann, new RecordId(5), Never);
        Assert.Equal(2, record!.Version);
        Assert.Equal(SomeRows.Payload(2), record.Payload.ToArray());
    }

    [Fact]
    public async Task A_version_is_expected_even_of_a_record_that_is_not_there() =>
        await ConflictAsync(SomeRows.Writing(Ann, 5, expectedVersion: 3));

    [Fact]
    public async Task A_conflict_changes_nothing_at_all()
    {
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0));
        await CommitAsync(SomeRows.Reminding(Ann, 3, At(10)));

        await ConflictAsync(new Commit
        {
            Person = Ann,
            Identity = SomeRows.Identity(1),
            Records = [new RecordWrite(new RecordId(8), 0, SomeRows.Payload(8)), new RecordWrite(RecordId.Head, 0, SomeRows.Payload(9))],
            Messages = [new MessageWrite(new MessageId(4), 1, Settled: false, SomeRows.Payload(4))],
            Reminders = [new StoredReminder(Ann, new ReminderId(6), At(1), SomeRows.Payload(6))],
            Dropped = [new ReminderId(3)],
        });

        Assert.Null(await Store.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Equal([RecordId.Head], (await Store.LoadAllAsync(Ann, Never)).Select(row => row.Record));
        Assert.Null(await Store.LoadMessageAsync(Ann, new MessageId(4), Never));
        Assert.Equal(At(10), await Store.NextDueAsync(Never));
    }

    [Fact]
    public async Task A_commit_writes_all_of_its_rows()
    {
        await CommitAsync(new Commit
        {
            Person = Ann,
            Identity = SomeRows.Identity(1),
            Records = [new RecordWrite(new RecordId(8), 0, SomeRows.Payload(8)), new RecordWrite(RecordId.Head, 0, SomeRows.Payload(9))],
            Messages = [new MessageWrite(new MessageId(4), 1, Settled: true, SomeRows.Payload(4))],
            Reminders = [new StoredReminder(Ann, new ReminderId(6), At(1), SomeRows.Payload(6))],
        });
        await ReopenAsync();

        Assert.Equal(Ann, await Store.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Equal([RecordId.Head, new RecordId(8)], (await Store.LoadAllAsync(Ann, Never)).Select(row => row.Record));
        Assert.NotNull(await Store.LoadMessageAsync(Ann, new MessageId(4), Never));
        Assert.Equal(At(1), await Store.NextDueAsync(Never));
    }

    [Fact]
    public async Task Records_come_head_first_and_then_by_id_up_to_the_extremes()
    {
        foreach (var id in new[] { 7, long.MaxValue, 0, 1, long.MinValue })
        {
            await CommitAsync(SomeRows.Writing(Ann, id, expectedVersion: 0));
        }

        await ReopenAsync();

        var all = await Store.LoadAllAsync(Ann, Never);

        Assert.Equal([0, long.MinValue, 1, 7, long.MaxValue], all.Select(row => row.Record.Value));
        Assert.Equal(1, (await Store.LoadAsync(Ann, new RecordId(long.MaxValue), Never))!.Version);
    }

    [Fact]
    public async Task People_with_the_same_record_id_do_not_meet()
    {
        await CommitAsync(SomeRows.Writing(Ann, 5, expectedVersion: 0, SomeRows.Payload(1)));
        await CommitAsync(SomeRows.Writing(Ben, 5, expectedVersion: 0, SomeRows.Payload(2)));

        Assert.Equal(SomeRows.Payload(1), (await Store.LoadAsync(Ann, new RecordId(5), Never))!.Payload.ToArray());
        Assert.Single(await Store.LoadAllAsync(Ben, Never));
    }

    [Fact]
    public async Task A_removed_record_is_gone_and_starts_again_at_one()
    {
        await CommitAsync(SomeRows.Writing(Ann, 5, expectedVersion: 0));
        await CommitAsync(new Commit { Person = Ann, Removed = [new RecordId(5), new RecordId(6)] });

        Assert.Null(await Store.LoadAsync(Ann, new RecordId(5), Never));
        await ConflictAsync(SomeRows.Writing(Ann, 5, expectedVersion: 1));
        await CommitAsync(SomeRows.Writing(Ann, 5, expectedVersion: 0));
        await ReopenAsync();
        Assert.Equal(1, (await Store.LoadAsync(Ann, new RecordId(5), Never))!.Version);
    }

    [Fact]
    public async Task An_identity_belongs_to_the_first_who_takes_it()
    {
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0) with { Identity = SomeRows.Identity(1) });
        await ConflictAsync(SomeRows.Writing(Ben, 0, expectedVersion: 0) with { Identity = SomeRows.Identity(1) });
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 1) with { Identity = SomeRows.Identity(1) });

        Assert.Equal(Ann, await Store.FindPersonAsync(SomeRows.Identity(1), Never));
        Assert.Null(await Store.LoadAsync(Ben, RecordId.Head, Never));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100 * 1024)]
    [InlineData(3 * 1024 * 1024)]
    public async Task A_payload_of_any_size_comes_back(int length)
    {
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0, SomeRows.Payload(1, length)));
        Assert.Equal(SomeRows.Payload(1, length), (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Payload.ToArray());

        await ReopenAsync();
        Assert.Equal(SomeRows.Payload(1, length), (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Payload.ToArray());
    }

    [Fact]
    public async Task Unicode_and_blanks_come_back_byte_for_byte()
    {
        var text = "  \0 naïve — 日本語 🫂 \u202e \r\n\t "u8.ToArray();
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0, text));
        await ReopenAsync();

        Assert.Equal(text, (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Payload.ToArray());
    }

    [Fact]
    public async Task A_store_keeps_its_own_copy_of_a_payload()
    {
        var payload = SomeRows.Payload(1);
        await CommitAsync(SomeRows.Writing(Ann, 0, expectedVersion: 0, payload));
        Array.Clear(payload);

        Assert.Equal(SomeRows.Payload(1), (await Store.LoadAsync(Ann, RecordId.Head, Never))!.Payload.ToArray());
    }

    [Fact]
    public async Task A_malformed_commit_is_refused()
    {
        var twice = new RecordWrite(RecordId.Head, 0, SomeRows.Payload(1));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.CommitAsync(new Commit { Person = Ann, Records = [twice, twice] }, Never));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.CommitAsync(new Commit { Person = Ann, Records = [twice], Removed = [RecordId.Head] }, Never));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.CommitAsync(SomeRows.Reminding(Ben, 1, At(1)) with { Person = Ann }, Never));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.CommitAsync(new Commit { Person = Ann, Identity = new IdentityHash(new byte[31]) }, Never));
    }

    private static DateTimeOffset At(int minute) => new(2026, 3, 2, 9, minute, 0, TimeSpan.Zero);
}
