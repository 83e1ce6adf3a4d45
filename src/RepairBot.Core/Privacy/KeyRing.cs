using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Privacy;

/// <summary>
/// Every key there is: a key of their own for each person, wrapped under the master key, and keys derived from the master key for what is
/// nobody's own. All members may be called from many threads at once. Whoever destroys a person's key has erased their texts from every
/// backup of the data too, as long as the key directory is in none of them.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private const int CachedKeys = 10_000;
    private const string CheckName = "master.check";

    private readonly PersonKeyFiles files;
    private readonly byte[] identityKey;
    private readonly byte[] pseudonymKey;
    private readonly TimeProvider time;
    private readonly RecentCache<PersonId, PersonKey> cache = new(CachedKeys, _ => 1);
    private readonly Lock gate = new();

    private KeyRing(string directory, MasterKey master, TimeProvider time)
    {
        files = new PersonKeyFiles(PeopleIn(directory), master.Derive("person keys 1"));
        identityKey = master.Derive("identities 1");
        pseudonymKey = master.Derive("pseudonyms 1");
        this.time = time;
    }

    /// <summary>
    /// Opens the keys. The master key and the directory are made when there are neither data nor keys yet; only their owner may read them.
    /// </summary>
    /// <param name="keyDirectory">Where wrapped keys are; must not be inside the data directory.</param>
    /// <param name="masterKeyFile">Where the master key is.</param>
    /// <param name="dataExists">Whether anything may have been sealed already (<see cref="StoreDirectory.HoldsData"/>).</param>
    /// <param name="time">For the month of pseudonyms.</param>
    /// <exception cref="KeyException">The keys don't fit the data or can't be reached. The program must not start.</exception>
    public static KeyRing Open(string keyDirectory, string masterKeyFile, bool dataExists, TimeProvider time)
    {
        try
        {
            using var master = MasterKey.Open(masterKeyFile, mayCreate: !dataExists && !PersonKeyFiles.Any(PeopleIn(keyDirectory)));
            DurableFile.CreateDirectory(Path.GetFullPath(keyDirectory));
            CheckMaster(Path.Combine(keyDirectory, CheckName), master, masterKeyFile);
            return new KeyRing(keyDirectory, master, time);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyException(
                KeyFailure.Unavailable,
                $"Keys can't be read or written at {keyDirectory} and {masterKeyFile}. Check that this user may use both.",
                e);
        }
    }

    /// <summary>How a platform identity is found without keeping it: HMAC-SHA-256 under a derived key.</summary>
    /// <param name="platform">The platform's name, without a zero character.</param>
    /// <param name="platformId">The platform's own id.</param>
    public IdentityHash HashIdentity(string platform, string platformId) =>
        new(HMACSHA256.HashData(identityKey, Encoding.UTF8.GetBytes($"{platform}\0{platformId}")));

    /// <summary>False for a person whose key was destroyed, or who never had one.</summary>
    /// <exception cref="KeyException">The key directory can't be read.</exception>
    public bool Has(PersonId person) => Find(person) is not null;

    /// <summary>The name a person has in logs this month.</summary>
    public Pseudonym PseudonymOf(PersonId person)
    {
        var month = time.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(pseudonymKey, Encoding.ASCII.GetBytes($"{month} {person.Value:N}"));
        return new Pseudonym(Convert.ToHexStringLower(hash.AsSpan(0, 5)));
    }

    /// <summary>
    /// Destroys a person's key: overwritten, removed, and gone from memory. Returns when that is on the disk. A missing key is no error.
    /// </summary>
    /// <exception cref="KeyException">The key directory can't be written; the key may still be there.</exception>
    public void Destroy(PersonId person)
    {
        lock (gate)
        {
            if (cache.TryGet(person, out var key))
            {
                cache.Remove(person);
                key.Dispose();
            }

            Reaching(() => files.Destroy(person));
        }
    }

    /// <summary>Forgets every key in memory.</summary>
    public void Dispose()
    {
        files.Dispose();
        CryptographicOperations.ZeroMemory(identityKey);
        CryptographicOperations.ZeroMemory(pseudonymKey);
    }

    internal PersonKey Existing(PersonId person) => Find(person) ?? throw PersonKey.Missing(person);

    /// <summary>A new person's key is on the disk before it seals anything.</summary>
    internal PersonKey ExistingOrNew(PersonId person) => Find(person) ?? Create(person);

    private PersonKey? Find(PersonId person)
    {
        if (cache.TryGet(person, out var cached))
        {
            return cached;
        }

        lock (gate)
        {
            return cache.TryGet(person, out cached) ? cached : Remember(person, Reaching(() => files.Read(person)));
        }
    }

    private PersonKey Create(PersonId person)
    {
        lock (gate)
        {
            if (Find(person) is { } existing)
            {
                return existing;
            }

            var key = RandomNumberGenerator.GetBytes(PersonKey.Length);
            Reaching(() => files.Write(person, key));
            return Remember(person, key)!;
        }
    }

    private PersonKey? Remember(PersonId person, byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var key = new PersonKey(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        cache.Set(person, key);
        return key;
    }

    private static string PeopleIn(string directory) => Path.Combine(Path.GetFullPath(directory), "people");

    private static void CheckMaster(string file, MasterKey master, string masterKeyFile)
    {
        var expected = master.Derive("check 1");
        if (!File.Exists(file))
        {
            DurableFile.Write(file, expected);
        }
        else if (!CryptographicOperations.FixedTimeEquals(File.ReadAllBytes(file), expected))
        {
            throw new KeyException(
                KeyFailure.OtherMasterKey,
                $"The master key at {masterKeyFile} is not the one that the keys beside {file} are wrapped with. Put the right key file "
                + "back, or set RepairBot:MasterKeyFile and RepairBot:KeyDirectory to two that belong together.",
                inner: null);
        }
    }

    private static void Reaching(Action files) => Reaching(() =>
    {
        files();
        return true;
    });

    private static T Reaching<T>(Func<T> files)
    {
        try
        {
            return files();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyException(
                KeyFailure.Unavailable, "A person's key can't be read or written. Check the key directory and the room on its disk.", e);
        }
    }
}
