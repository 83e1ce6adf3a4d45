using System.Security.Cryptography;
using System.Text;
using RepairBot.Core.Storage;

namespace RepairBot.Core.Privacy;

/// <summary>The one secret everything else is wrapped with or derived from: 32 random bytes, kept in a file as base64.</summary>
internal sealed class MasterKey : IDisposable
{
    private const int Length = 32;

    private readonly byte[] key;

    private MasterKey(byte[] key) => this.key = key;

    /// <summary>Reads the file, or makes it when nothing could have been sealed yet.</summary>
    public static MasterKey Open(string file, bool mayCreate)
    {
        if (File.Exists(file))
        {
            return new MasterKey(Read(file));
        }

        if (!mayCreate)
        {
            throw new KeyException(
                KeyFailure.NoMasterKey,
                $"There is data but no master key at {file}, and without it nothing can be read. Put the key file back there, or set "
                + "RepairBot:MasterKeyFile to where it is. If the key is lost, so is the data: then empty the data and the key directory "
                + "and start anew.",
                inner: null);
        }

        var made = RandomNumberGenerator.GetBytes(Length);
        DurableFile.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        DurableFile.Write(file, Encoding.ASCII.GetBytes(Convert.ToBase64String(made) + "\n"));
        return new MasterKey(made);
    }

    /// <summary>A key for one purpose; from it neither the master key nor another purpose's key can be found.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, salt: null, Encoding.ASCII.GetBytes("RepairBot " + purpose));

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private static byte[] Read(string file)
    {
        var read = new byte[Length + 1];
        if (Convert.TryFromBase64String(File.ReadAllText(file).Trim(), read, out var length) && length == Length)
        {
            return read[..Length];
        }

        throw new KeyException(
            KeyFailure.MalformedMasterKey,
            $"The master key file {file} should hold 32 bytes in base64 (44 characters). Restore it from where you keep it safe.",
            inner: null);
    }
}
