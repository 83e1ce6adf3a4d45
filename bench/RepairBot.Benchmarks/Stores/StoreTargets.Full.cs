using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.LiteDb;
using RepairBot.Sql;

namespace RepairBot.Benchmarks.Stores;

/// <summary>The stores of the full flavour.</summary>
internal static class StoreTargets
{
    public static IReadOnlyDictionary<string, Func<string, IStore>> All { get; } = new Dictionary<string, Func<string, IStore>>
    {
        ["Sqlite"] = directory => SqliteStore.Open(directory, NullLogger<SqliteStore>.Instance),
        ["LiteDb"] = directory => LiteDbStore.Open(directory, NullLogger<LiteDbStore>.Instance),
    };
}
