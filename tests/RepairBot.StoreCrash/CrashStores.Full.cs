using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.LiteDb;
using RepairBot.Sql;

namespace RepairBot.StoreCrash;

/// <summary>The stores of the full flavour.</summary>
internal static class CrashStores
{
    public static IStore Open(string kind, string directory) => kind switch
    {
        "LiteDb" => LiteDbStore.Open(directory, NullLogger<LiteDbStore>.Instance),
        "Sqlite" => SqliteStore.Open(directory, NullLogger<SqliteStore>.Instance),
        _ => throw new ArgumentException("LiteDb or Sqlite.", nameof(kind)),
    };
}
