using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Core.Tests.Delivery;

/// <summary>What is kept of somebody who is erased until they were told so, and that nothing is kept after.</summary>
public sealed class FarewellsTests : IAsyncDisposable
{
    private static readonly PersonId Ana = new(Guid.Parse("00000000-0000-4000-8000-00000000a0a0"));
    private static readonly byte[][] Shown = [[1, 2], [3]];

    private readonly TemporaryDirectory directory = new();
    private readonly InMemoryStore store = new();
    private readonly KeyRing keys;
    private readonly OutgoingMessages outgoing;

    public FarewellsTests()
    {
        keys = KeyRing.Open(directory.PathOf("keys"), Path.Combine(directory.PathOf("keys"), "master.key"), dataExists: false, new ManualTime());
        outgoing = new OutgoingMessages(store, keys);
    }

    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        await store.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task It_holds_the_address_the_references_and_the_last_words_and_is_among_what_waits()
    {
        var nobody = await KeepAsync();

        var recipient = await outgoing.RecipientAsync(nobody, CancellationToken.None);
        Assert.NotEqual(Ana, nobody);
        Assert.Equal(("discord", "42", "de"), (recipient!.Platform, recipient.Address, recipient.Language));
        Assert.Equal([7], recipient.Notes.ToArray());
        Assert.Equal(Ana, recipient.Farewell!.Of);
        Assert.Equal(Shown, recipient.Farewell.Shown.Select(reference => reference.ToArray()));
        Assert.Equal([nobody], await outgoing.PeopleAsync(CancellationToken.None));
        Assert.Equal("All gone.", Assert.Single(await outgoing.WaitingAsync(nobody, 0, CancellationToken.None)).Message.Text.Reveal());
    }

    [Fact]
    public async Task Begun_again_after_an_interruption_it_is_the_same_one()
    {
        var first = await KeepAsync();

        Assert.Equal(first, await KeepAsync());
        Assert.Equal(2, Directory.GetFiles(directory.PathOf("keys"), "*", SearchOption.AllDirectories).Count(file => !file.Contains("master", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_person_is_erased_before_anything_is_said()
    {
        var nobody = await KeepAsync();

        await outgoing.Farewells.FinishAsync((await outgoing.RecipientAsync(nobody, CancellationToken.None))!.Farewell!, CancellationToken.None);

        Assert.False(keys.Has(Ana));
        Assert.Empty(await store.LoadAllAsync(Ana, CancellationToken.None));
    }

    [Fact]
    public async Task Words_that_were_read_elsewhere_are_not_said_again_and_what_was_shown_is_still_taken_away()
    {
        var nobody = await KeepAsync();

        await outgoing.Farewells.SaidAsync(nobody, CancellationToken.None);

        Assert.True(Assert.Single(await outgoing.WaitingAsync(nobody, 0, CancellationToken.None)).Message.Removed);
        Assert.Equal([nobody], await outgoing.PeopleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task At_the_end_nothing_is_kept_and_what_backups_hold_has_no_key()
    {
        var nobody = await KeepAsync();

        await outgoing.Farewells.EndAsync(nobody, CancellationToken.None);
        await outgoing.Farewells.SaidAsync(nobody, CancellationToken.None);

        Assert.False(keys.Has(nobody));
        Assert.Null(await outgoing.RecipientAsync(nobody, CancellationToken.None));
        Assert.Empty(await store.LoadAllAsync(nobody, CancellationToken.None));
        Assert.Empty(await store.LoadMessagesAsync(nobody, 0, 10, CancellationToken.None));
    }

    private async Task<PersonId> KeepAsync()
    {
        var sealer = new Sealer(keys);
        if (!keys.Has(Ana))
        {
            var record = new RecordWrite(RecordId.Head, 0, sealer.Seal(Seal.OfRecord(Ana, RecordId.Head, 1), new byte[] { 1 }));
            await store.CommitAsync(new Commit { Person = Ana, Identity = keys.HashIdentity("discord", "42"), Records = [record] }, CancellationToken.None);
        }

        var words = new Message { Id = new MessageId(5), Seq = 90, First = 90, At = DateTimeOffset.UnixEpoch, Kind = MessageKind.Note, Text = new PrivateText("All gone.") };
        var recipient = new Recipient(Ana, "discord", "42", "de", new byte[] { 7 });
        return await outgoing.Farewells.KeepAsync(recipient, [.. Shown.Select(reference => (ReadOnlyMemory<byte>)reference)], words, CancellationToken.None);
    }
}
