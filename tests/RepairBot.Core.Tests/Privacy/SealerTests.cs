using System.Security.Cryptography;
using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Core.Tests.Privacy;

public sealed class SealerTests : IDisposable
{
    private static readonly PersonId Ann = SomeRows.Person(1);
    private static readonly PersonId Ben = SomeRows.Person(2);
    private static readonly Seal Head = Seal.OfRecord(Ann, RecordId.Head, 3);

    private readonly TemporaryDirectory directory = new();
    private readonly KeyRing keys;
    private readonly Sealer sealer;

    public SealerTests()
    {
        keys = KeyRing.Open(directory.PathOf("keys"), directory.PathOf("master.key"), dataExists: false, new ManualTime());
        sealer = new Sealer(keys);
    }

    public void Dispose()
    {
        keys.Dispose();
        directory.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2000)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public void What_was_sealed_opens(int length)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("I said something I regret. ", length / 20)));
        foreach (var clear in new[] { SomeRows.Payload(1, length), text })
        {
            Assert.Equal(clear, sealer.Open(Head, sealer.Seal(Head, clear)).ToArray());
        }
    }

    [Fact]
    public void A_short_payload_grows_by_29_bytes_and_a_long_text_shrinks()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"I said something number {i}. ")));

        Assert.Equal(29, Sealer.Overhead);
        Assert.Equal(1029, sealer.Seal(Head, SomeRows.Payload(1, 1000)).Length);
        Assert.Equal(10_029, sealer.Seal(Head, SomeRows.Payload(1, 10_000)).Length);
        Assert.InRange(sealer.Seal(Head, text).Length, 30, text.Length / 2);
    }

    [Fact]
    public void The_same_payload_is_never_sealed_alike() =>
        Assert.NotEqual(sealer.Seal(Head, SomeRows.Payload(1)).ToArray(), sealer.Seal(Head, SomeRows.Payload(1)).ToArray());

    [Fact]
    public async Task No_nonce_is_used_twice()
    {
        var nonces = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 300).Select(_ => Convert.ToHexString(sealer.Seal(Head, SomeRows.Payload(1)).Span[1..13])).ToList())));

        Assert.Distinct(nonces.SelectMany(those => those));
    }

    [Fact]
    public void A_payload_opens_under_no_other_seal()
    {
        var payload = sealer.Seal(Head, SomeRows.Payload(1));
        sealer.Seal(Seal.OfRecord(Ben, RecordId.Head, 3), SomeRows.Payload(1));
        var due = DateTimeOffset.FromUnixTimeMilliseconds(3);
        Seal[] others =
        [
            Seal.OfRecord(Ben, RecordId.Head, 3),
            Seal.OfRecord(Ann, new RecordId(1), 3),
            Seal.OfRecord(Ann, RecordId.Head, 2),
            Seal.OfMessage(Ann, new MessageId(0), 3),
            Seal.OfReminder(Ann, new ReminderId(0), due),
            Seal.OfReference(Ann, new MessageId(0), 3),
        ];

        Assert.All(others, other => Assert.Equal(other.Kind, Assert.Throws<SealBrokenException>(() => sealer.Open(other, payload)).Kind));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(6000)]
    public void A_payload_with_any_bit_changed_or_its_end_missing_does_not_open(int length)
    {
        var payload = sealer.Seal(Head, Enumerable.Repeat((byte)'a', length).ToArray()).ToArray();
        for (var i = 0; i < payload.Length; i++)
        {
            payload[i] ^= 1;
            Assert.Throws<SealBrokenException>(() => sealer.Open(Head, payload));
            payload[i] ^= 129;
            Assert.Throws<SealBrokenException>(() => sealer.Open(Head, payload));
            payload[i] ^= 128;
            Assert.Throws<SealBrokenException>(() => sealer.Open(Head, payload.AsMemory(0, i)));
        }

        sealer.Open(Head, payload);
    }

    [Fact]
    public void A_destroyed_key_opens_nothing_and_says_so()
    {
        var payload = sealer.Seal(Head, SomeRows.Payload(1));
        keys.Destroy(Ann);

        Assert.Equal(KeyFailure.NoPersonKey, Assert.Throws<KeyException>(() => sealer.Open(Head, payload)).Failure);
        sealer.Seal(Head, SomeRows.Payload(2));
        Assert.Throws<SealBrokenException>(() => sealer.Open(Head, payload));
    }

    [Fact]
    public async Task Many_seal_and_open_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            for (var n = 0; n < 500; n++)
            {
                var seal = Seal.OfRecord(SomeRows.Person(n % 5), new RecordId(i), n);
                Assert.Equal(SomeRows.Payload(n), sealer.Open(seal, sealer.Seal(seal, SomeRows.Payload(n))).ToArray());
            }
        })));
    }

    [Fact]
    public void Sealing_allocates_about_the_payload()
    {
        var clear = SomeRows.Payload(1, 2048);
        sealer.Open(Head, sealer.Seal(Head, clear));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            sealer.Open(Head, sealer.Seal(Head, clear));
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(each, 4096, 4096 + 512);
    }

    [Fact]
    public void Ciphertext_shows_nothing_of_the_words()
    {
        var payload = sealer.Seal(Head, "I am sorry I said that"u8.ToArray());
        Assert.True(payload.Span.IndexOf("sorry"u8) < 0);
        Assert.Equal(22 + Sealer.Overhead, payload.Length);
        Assert.False(CryptographicOperations.FixedTimeEquals(payload.Span[13..^16], "I am sorry I said that"u8));
    }
}
