using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>What files in a data directory add to the contract.</summary>
public abstract class EmbeddedContract<THarness> : StoreContract<THarness>
    where THarness : IEmbeddedHarness, new()
{
    [Fact]
    public void A_second_opener_is_told_who_is_in_the_way()
    {
        var failure = Assert.Throws<StoreException>(() => Harness.Open());

        Assert.Equal(StoreFailure.InUse, failure.Failure);
        Assert.Contains("Another process uses the data directory", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RepairBot:DataDirectory", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"store":"Other","format":1}""", StoreFailure.Foreign, "holds a Other store")]
    [InlineData("""{"store":"THIS","format":99}""", StoreFailure.Foreign, "later version")]
    [InlineData("""{"store":"THIS"}""", StoreFailure.Damaged, "can't be read")]
    [InlineData("", StoreFailure.Damaged, "can't be read")]
    public async Task A_directory_that_holds_something_else_is_refused(string marker, StoreFailure expected, string words)
    {
        await Store.DisposeAsync();
        var file = Path.Combine(Harness.DataDirectory, "store.json");
        var good = await File.ReadAllTextAsync(file);
        var name = good.Split('"')[3];
        await File.WriteAllTextAsync(file, marker.Replace("THIS", name, StringComparison.Ordinal));

        var failure = Assert.Throws<StoreException>(() => Harness.Open());

        Assert.Equal(expected, failure.Failure);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, good);
        await ReopenAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task After_an_erasure_no_file_holds_a_byte_of_what_was_written(int people)
    {
        var planted = SomeRows.Payload(4242, 64);
        for (var p = 0; p < people; p++)
        {
            await CommitAsync(PlantedIn(SomeRows.Person(p), p == 0 ? planted : SomeRows.Payload(p, 64)));
            await Store.SettleAsync(SomeRows.Person(p), new MessageId(1), 1, p == 0 ? planted : SomeRows.Payload(p, 64), Never);
        }

        await Store.LoadAllAsync(SomeRows.Person(0), Never);
        Assert.True(Holds(planted));

        await Store.EraseAsync(SomeRows.Person(0), Never);

        Assert.False(Holds(planted));
        Assert.False(Holds(SomeRows.Person(0).Value.ToByteArray()));
        Assert.False(Holds(SomeRows.Person(0).Value.ToByteArray(bigEndian: true)));
        await ReopenAsync();
        Assert.False(Holds(planted));
        Assert.Equal(people > 1 ? 2 : 0, (await Store.LoadAllAsync(SomeRows.Person(1), Never)).Count);
    }

    private bool Holds(ReadOnlySpan<byte> pattern) => TemporaryDirectory.Holds(Harness.DataDirectory, pattern);

    private static Commit PlantedIn(PersonId person, byte[] pattern)
    {
        byte[] small = [.. SomeRows.Payload(1, 700), .. pattern, .. SomeRows.Payload(2, 300)];
        byte[] large = [.. Enumerable.Repeat(pattern, 1000).SelectMany(bytes => bytes)];
        return new Commit
        {
            Person = person,
            Records = [new RecordWrite(RecordId.Head, 0, small), new RecordWrite(new RecordId(5), 0, large)],
            Messages = [new MessageWrite(new MessageId(1), 1, Settled: false, small)],
            Reminders = [new StoredReminder(person, new ReminderId(1), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), pattern)],
        };
    }
}
