using System.Runtime.Versioning;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;
using RepairBot.Testing.Time;

namespace RepairBot.Core.Tests.Privacy;

public sealed class KeyRingTests : IDisposable
{
    private static readonly PersonId Ann = SomeRows.Person(1);
    private static readonly PersonId Ben = SomeRows.Person(2);
    private static readonly Seal Head = Seal.OfRecord(Ann, RecordId.Head, 1);

    private readonly TemporaryDirectory directory = new();
    private readonly ManualTime time = new();

    private string MasterFile => directory.PathOf("secret/master.key");

    private string KeyDirectory => directory.PathOf("keys");

    public void Dispose() => directory.Dispose();

    [Fact]
    public void With_neither_key_nor_data_a_key_is_made_and_kept()
    {
        ReadOnlyMemory<byte> payload;
        using (var keys = Open())
        {
            payload = new Sealer(keys).Seal(Head, SomeRows.Payload(1));
        }

        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(MasterFile).Trim()).Length);
        using var again = Open(dataExists: true);
        Assert.Equal(SomeRows.Payload(1), new Sealer(again).Open(Head, payload).ToArray());
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_keys()
    {
        Skip.If(OperatingSystem.IsWindows());
        using var keys = Open();
        new Sealer(keys).Seal(Head, SomeRows.Payload(1));

        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(mode, File.GetUnixFileMode(MasterFile));
        Assert.All(Directory.GetFiles(KeyDirectory, "*", SearchOption.AllDirectories), file => Assert.Equal(mode, File.GetUnixFileMode(file)));
        Assert.Equal(mode | UnixFileMode.UserExecute, File.GetUnixFileMode(KeyDirectory));
    }

    [Fact]
    public void Data_without_a_key_is_refused_with_the_cure_and_no_key_is_made()
    {
        var failure = Assert.Throws<KeyException>(() => Open(dataExists: true));

        Assert.Equal(KeyFailure.NoMasterKey, failure.Failure);
        Assert.Contains(MasterFile, failure.Message, StringComparison.Ordinal);
        Assert.Contains("RepairBot:MasterKeyFile", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(MasterFile));
    }

    [Fact]
    public void Peoples_keys_without_a_master_key_are_refused_even_with_no_data()
    {
        using (var keys = Open())
        {
            new Sealer(keys).Seal(Head, SomeRows.Payload(1));
        }

        File.Delete(MasterFile);
        Assert.Equal(KeyFailure.NoMasterKey, Assert.Throws<KeyException>(() => Open()).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void A_master_key_file_of_something_else_is_refused(string content)
    {
        Directory.CreateDirectory(directory.PathOf("secret"));
        File.WriteAllText(MasterFile, content);
        var failure = Assert.Throws<KeyException>(() => Open());

        Assert.Equal(KeyFailure.MalformedMasterKey, failure.Failure);
        Assert.Contains("32 bytes in base64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_installations_master_key_is_refused()
    {
        Open().Dispose();
        File.WriteAllText(MasterFile, Convert.ToBase64String(SomeRows.Payload(1, 32)));

        Assert.Equal(KeyFailure.OtherMasterKey, Assert.Throws<KeyException>(() => Open()).Failure);
    }

    [Fact]
    public void Peoples_key_files_cannot_be_swapped_or_changed()
    {
        using (var keys = Open())
        {
            var sealer = new Sealer(keys);
            sealer.Seal(Head, SomeRows.Payload(1));
            sealer.Seal(Head with { Person = Ben }, SomeRows.Payload(1));
        }

        File.Copy(FileOf(Ben), FileOf(Ann), overwrite: true);
        using var again = Open(dataExists: true);
        var other = new Sealer(again);
        Assert.Equal(KeyFailure.DamagedPersonKey, Assert.Throws<KeyException>(() => other.Seal(Head, SomeRows.Payload(1))).Failure);
        File.WriteAllBytes(FileOf(Ann), new byte[5]);
        Assert.Equal(KeyFailure.DamagedPersonKey, Assert.Throws<KeyException>(() => other.Seal(Head, SomeRows.Payload(1))).Failure);
        other.Seal(Head with { Person = Ben }, SomeRows.Payload(1));
    }

    [Fact]
    public void A_destroyed_key_leaves_no_file_and_touches_nobody_else()
    {
        using var keys = Open();
        var sealer = new Sealer(keys);
        sealer.Seal(Head, SomeRows.Payload(1));
        var bens = sealer.Seal(Head with { Person = Ben }, SomeRows.Payload(2));

        keys.Destroy(Ann);
        keys.Destroy(Ann);

        Assert.Empty(Directory.GetFiles(KeyDirectory, $"{Ann.Value:N}*", SearchOption.AllDirectories));
        Assert.Equal(SomeRows.Payload(2), sealer.Open(Head with { Person = Ben }, bens).ToArray());
    }

    [Fact]
    public async Task A_person_met_by_many_at_once_gets_one_key()
    {
        using var keys = Open();
        var sealer = new Sealer(keys);
        var payloads = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => sealer.Seal(Head, SomeRows.Payload(1)))));

        using var again = Open(dataExists: true);
        Assert.All(payloads, payload => new Sealer(again).Open(Head, payload));
    }

    [Fact]
    public void An_identity_hash_depends_on_platform_id_and_installation_and_says_nothing()
    {
        using var keys = Open();
        var hash = keys.HashIdentity("discord", "1234");

        Assert.Equal(IdentityHash.Length, hash.Bytes.Length);
        Assert.Equal(hash, keys.HashIdentity("discord", "1234"));
        Assert.NotEqual(hash, keys.HashIdentity("discord", "1235"));
        Assert.NotEqual(hash, keys.HashIdentity("local", "1234"));
        using var elsewhere = KeyRing.Open(directory.PathOf("keys2"), directory.PathOf("other.key"), dataExists: false, time);
        Assert.NotEqual(hash, elsewhere.HashIdentity("discord", "1234"));
    }

    [Fact]
    public void A_pseudonym_is_short_and_changes_with_the_month()
    {
        using var keys = Open();
        var march = keys.PseudonymOf(Ann);

        Assert.Matches("^[0-9a-f]{10}$", march.ToString());
        Assert.NotEqual(march, keys.PseudonymOf(Ben));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(march, keys.PseudonymOf(Ann));
        time.Advance(TimeSpan.FromDays(31));
        Assert.NotEqual(march, keys.PseudonymOf(Ann));
    }

    [Fact]
    public void A_key_directory_that_cannot_be_made_is_told_plainly()
    {
        File.WriteAllText(KeyDirectory, "a file is in the way");

        Assert.Equal(KeyFailure.Unavailable, Assert.Throws<KeyException>(() => Open()).Failure);
    }

    private KeyRing Open(bool dataExists = false) => KeyRing.Open(KeyDirectory, MasterFile, dataExists, time);

    private string FileOf(PersonId person) => Directory.GetFiles(KeyDirectory, $"{person.Value:N}.key", SearchOption.AllDirectories).Single();
}
