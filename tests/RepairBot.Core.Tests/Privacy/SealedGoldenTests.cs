using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Core.Tests.Privacy;

/// <summary>
/// What an earlier version sealed is opened by this one, keys and all. Lines of base64: master key, key file, then a payload for each kind of
/// seal. With REPAIRBOT_WRITE_GOLDEN set to a directory, the current format's file is written there.
/// </summary>
public sealed class SealedGoldenTests : IDisposable
{
    private static readonly PersonId Ann = SomeRows.Person(1);

    private static readonly Seal[] Seals =
    [
        Seal.OfRecord(Ann, RecordId.Head, 3),
        Seal.OfRecord(Ann, new RecordId(long.MaxValue), 1),
        Seal.OfMessage(Ann, new MessageId(4), 7),
        Seal.OfReminder(Ann, new ReminderId(5), DateTimeOffset.FromUnixTimeMilliseconds(1_772_442_000_007)),
        Seal.OfReference(Ann, new MessageId(4), 7),
    ];

    private readonly TemporaryDirectory directory = new();

    private string KeyFile => directory.PathOf($"keys/people/{$"{Ann.Value:N}"[..2]}/{Ann.Value:N}.key");

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(1)]
    public void A_payload_of_every_format_so_far_opens(int format)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", $"sealed-{format}.golden"));
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(directory.PathOf("master.key"), lines[0]);
        File.WriteAllBytes(KeyFile, Convert.FromBase64String(lines[1]));

        using var keys = Open(dataExists: true);
        for (var i = 0; i < Seals.Length; i++)
        {
            Assert.Equal(Clear(i), new Sealer(keys).Open(Seals[i], Convert.FromBase64String(lines[2 + i])).ToArray());
        }

        Assert.Equal("7AC8D222", Convert.ToHexString(keys.HashIdentity("discord", "1234").Bytes.Span[..4]));
    }

    [SkippableFact]
    public void The_current_format_is_written_when_asked_for()
    {
        var target = Environment.GetEnvironmentVariable("REPAIRBOT_WRITE_GOLDEN");
        Skip.If(string.IsNullOrEmpty(target));
        File.WriteAllText(directory.PathOf("master.key"), Convert.ToBase64String(SomeRows.Payload(1, 32)));
        using var keys = Open(dataExists: false);
        var payloads = Seals.Select((seal, i) => Convert.ToBase64String(new Sealer(keys).Seal(seal, Clear(i)).Span)).ToList();
        File.WriteAllLines(
            Path.Combine(target!, "sealed-1.golden"),
            [Convert.ToBase64String(SomeRows.Payload(1, 32)), Convert.ToBase64String(File.ReadAllBytes(KeyFile)), .. payloads]);
    }

    // The second is long enough to be compressed.
    private static byte[] Clear(int i) => i == 1 ? [.. Enumerable.Repeat("so it goes; "u8.ToArray(), 500).SelectMany(bytes => bytes)] : SomeRows.Payload(i);

    private KeyRing Open(bool dataExists) => KeyRing.Open(directory.PathOf("keys"), directory.PathOf("master.key"), dataExists, new ManualTime());
}
