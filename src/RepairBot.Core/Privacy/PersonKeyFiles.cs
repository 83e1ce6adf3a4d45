using System.Security.Cryptography;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Privacy;

/// <summary>
/// Wrapped keys on the disk: one file a person, in 256 folders. Format 1: the format byte, a nonce of 12 bytes, the key under AES-256-GCM,
/// a tag of 16 bytes; the person's id is bound in, so that files can't be swapped.
/// </summary>
internal sealed class PersonKeyFiles(string directory, ReadOnlySpan<byte> wrappingKey) : IDisposable
{
    private const byte Format = 1;
    private const int FileLength = 1 + PersonKey.NonceLength + PersonKey.Length + PersonKey.TagLength;

    private readonly PersonKey wrapping = new(wrappingKey);

    /// <summary>Whether any person has a key.</summary>
    public static bool Any(string directory) =>
        Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.key", SearchOption.AllDirectories).Any();

    /// <summary>The unwrapped key; null when there is no file.</summary>
    public byte[]? Read(PersonId person)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(PathOf(person));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (file.Length != FileLength || file[0] != Format)
        {
            throw Damaged(person, inner: null);
        }

        var key = new byte[PersonKey.Length];
        try
        {
            wrapping.Decrypt(
                file.AsSpan(1, PersonKey.NonceLength),
                file.AsSpan(1 + PersonKey.NonceLength, PersonKey.Length),
                file.AsSpan(FileLength - PersonKey.TagLength),
                key,
                Bound(person));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw Damaged(person, e);
        }

        return key;
    }

    /// <summary>Wraps and writes a key; returns when it is on the disk.</summary>
    public void Write(PersonId person, ReadOnlySpan<byte> key)
    {
        var file = new byte[FileLength];
        file[0] = Format;
        var nonce = file.AsSpan(1, PersonKey.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        wrapping.Encrypt(
            nonce,
            key,
            file.AsSpan(1 + PersonKey.NonceLength, PersonKey.Length),
            file.AsSpan(FileLength - PersonKey.TagLength),
            Bound(person));
        var path = PathOf(person);
        DurableFile.CreateDirectory(Path.GetDirectoryName(path)!);
        DurableFile.Write(path, file);
    }

    /// <summary>Overwrites and removes a person's file; returns when that is on the disk.</summary>
    public void Destroy(PersonId person) => DurableFile.Destroy(PathOf(person));

    public void Dispose() => wrapping.Dispose();

    private string PathOf(PersonId person)
    {
        var name = person.Value.ToString("N");
        return Path.Combine(directory, name[..2], name + ".key");
    }

    private static byte[] Bound(PersonId person) => [.. "person key"u8, Format, .. person.Value.ToByteArray(bigEndian: true)];

    private static KeyException Damaged(PersonId person, Exception? inner) => new(
        KeyFailure.DamagedPersonKey,
        $"The key file of the person {person.Value:N} was changed or belongs to another installation. Restore the key directory from a backup.",
        inner);
}
