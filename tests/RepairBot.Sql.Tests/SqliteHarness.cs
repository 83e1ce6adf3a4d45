using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;

namespace RepairBot.Sql.Tests;

public sealed class SqliteHarness : IEmbeddedHarness
{
    private readonly TemporaryDirectory directory = new();

    public string DataDirectory => directory.PathOf("data");

    public IStore Open() => SqliteStore.Open(DataDirectory, NullLogger<SqliteStore>.Instance);

    public IStore OpenBackup(string file)
    {
        SqliteStore.Restore(file, directory.PathOf("restored"));
        return SqliteStore.Open(directory.PathOf("restored"), NullLogger<SqliteStore>.Instance);
    }

    public void Dispose() => directory.Dispose();
}
