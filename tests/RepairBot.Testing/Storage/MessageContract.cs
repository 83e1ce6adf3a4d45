using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>The feed, and who has confirmed what.</summary>
public abstract class MessageContract<THarness> : StoreContract<THarness>
    where THarness : IStoreHarness, new()
{
    private static readonly byte[] Reference = SomeRows.Payload(77, 30);
    private static readonly byte[] Later = SomeRows.Payload(78, 30);

    [Fact]
    public async Task A_message_is_read_as_it_was_written()
    {
        await CommitAsync(SomeRows.Saying(Ann, long.MaxValue, seq: 1));

        var message = await LoadAsync(long.MaxValue);

        Assert.Equal((Ann, 1L, false, 0L), (message.Person, message.Seq, message.Settled, message.ReferenceSeq));
        Assert.Empty(message.Reference.ToArray());
        Assert.Equal(SomeRows.Payload(1), message.Payload.ToArray());
        Assert.Null(await Store.LoadMessageAsync(Ben, new MessageId(long.MaxValue), Never));
    }

    [Fact]
    public async Task A_feed_comes_in_order_from_where_it_was_left_and_no_longer_than_asked()
    {
        await CommitAsync(new Commit
        {
            Person = Ann,
            Messages = [.. new long[] { 5, 3, 1, 4, 2 }.Select(seq => new MessageWrite(new MessageId(100 - seq), seq, Settled: true, default))],
        });
        await CommitAsync(SomeRows.Saying(Ben, 7, seq: 3));

        Assert.Equal([1, 2, 3, 4, 5], await FeedAsync(afterSeq: 0, limit: 100));
        Assert.Equal([3, 4], await FeedAsync(afterSeq: 2, limit: 2));
        Assert.Empty(await FeedAsync(afterSeq: 5, limit: 100));
        await ReopenAsync();
        Assert.Equal([4, 5], await FeedAsync(afterSeq: 3, limit: 100));
    }

    [Fact]
    public async Task A_replaced_message_stands_once_at_its_new_place_with_its_old_reference()
    {
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 1));
        await CommitAsync(SomeRows.Saying(Ann, 2, seq: 2));
        await SettleAsync(1, seq: 1, Reference);
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 3));

        Assert.Equal([2, 3], await FeedAsync(afterSeq: 0, limit: 10));
        var message = await LoadAsync(1);
        Assert.Equal((3L, false, 1L), (message.Seq, message.Settled, message.ReferenceSeq));
        Assert.Equal(Reference, message.Reference.ToArray());
        Assert.Equal(SomeRows.Payload(3), message.Payload.ToArray());
        await ReopenAsync();
        Assert.Equal(Reference, (await LoadAsync(1)).Reference.ToArray());
        Assert.Equal([2, 3], await FeedAsync(afterSeq: 0, limit: 10));
    }

    [Fact]
    public async Task What_nobody_confirmed_comes_oldest_first_over_all_people()
    {
        await CommitAsync(SomeRows.Saying(Ben, 30, seq: 9));
        await CommitAsync(SomeRows.Saying(Ann, 20, seq: 1));
        await CommitAsync(SomeRows.Saying(Ann, 10, seq: 2, settled: true));
        await CommitAsync(SomeRows.Saying(Ben, 5, seq: 10));

        Assert.Equal([30, 20, 5], await UnsettledAsync(10));
        Assert.Equal([30, 20], await UnsettledAsync(2));
        await ReopenAsync();
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 3));
        Assert.Equal([30, 20, 5, 1], await UnsettledAsync(10));
    }

    [Fact]
    public async Task A_confirmed_version_is_settled_and_has_its_reference()
    {
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 1));
        await SettleAsync(1, seq: 1, Reference);

        Assert.Empty(await UnsettledAsync(10));
        await ReopenAsync();
        var message = await LoadAsync(1);
        Assert.Equal((true, 1L), (message.Settled, message.ReferenceSeq));
        Assert.Equal(Reference, message.Reference.ToArray());
        Assert.Equal(SomeRows.Payload(1), message.Payload.ToArray());
        Assert.Empty(await UnsettledAsync(10));
    }

    [Fact]
    public async Task An_older_confirmation_does_not_settle_a_newer_version_but_lends_it_the_reference()
    {
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 1));
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 2));
        await SettleAsync(1, seq: 1, Reference);

        var message = await LoadAsync(1);
        Assert.Equal((2L, false, 1L), (message.Seq, message.Settled, message.ReferenceSeq));
        Assert.Equal(Reference, message.Reference.ToArray());
        Assert.Equal([1], await UnsettledAsync(10));
    }

    [Fact]
    public async Task The_reference_of_a_later_version_is_kept()
    {
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 1));
        await CommitAsync(SomeRows.Saying(Ann, 1, seq: 2));
        await SettleAsync(1, seq: 2, Later);
        await SettleAsync(1, seq: 1, Reference);

        var message = await LoadAsync(1);
        Assert.Equal((true, 2L), (message.Settled, message.ReferenceSeq));
        Assert.Equal(Later, message.Reference.ToArray());
    }

    [Fact]
    public async Task Confirming_what_is_gone_is_no_error()
    {
        await SettleAsync(1, seq: 1, Reference);
        Assert.Null(await Store.LoadMessageAsync(Ann, new MessageId(1), Never));
    }

    private async Task<StoredMessage> LoadAsync(long message) => (await Store.LoadMessageAsync(Ann, new MessageId(message), Never))!;

    private ValueTask SettleAsync(long message, long seq, byte[] reference) =>
        Store.SettleAsync(Ann, new MessageId(message), seq, reference, Never);

    private async Task<IEnumerable<long>> FeedAsync(long afterSeq, int limit) =>
        (await Store.LoadMessagesAsync(Ann, afterSeq, limit, Never)).Select(row => row.Seq);

    private async Task<IEnumerable<long>> UnsettledAsync(int limit) =>
        (await Store.UnsettledAsync(limit, Never)).Select(row => row.Message.Value);
}
