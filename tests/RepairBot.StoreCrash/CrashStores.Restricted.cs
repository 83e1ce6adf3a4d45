using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.Sql;

namespace RepairBot.StoreCrash;

/// <summary>The stores of the restricted flavour.</summary>
internal static class CrashStores
{
    public static IStore Open(string kind, string directory) => kind switch
    {
        "Sqlite" => SqliteStore.Open(directory, NullLogger<SqliteStore>.Instance),
        _ => throw new ArgumentException("Sqlite.", nameof(kind)),
    };
}
