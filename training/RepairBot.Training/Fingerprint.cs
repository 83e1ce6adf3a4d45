using System.Security.Cryptography;
using System.Text;

namespace RepairBot.Training;

/// <summary>Says whether a table was made of just these lines.</summary>
internal static class Fingerprint
{
    public static string Of(IEnumerable<string> files)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            all.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
