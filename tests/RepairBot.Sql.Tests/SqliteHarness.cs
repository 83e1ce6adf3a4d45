using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;

namespace RepairBot.Sql.Tests;

public sealed class SqliteHarness : IEmbeddedHarness
{
    private readonly TemporaryDirectory directory = new();

    public string Kind => "Sqlite";

    public string DataDirectory => directory.PathOf("data");

    public IStore Open() => OpenAt(DataDirectory);

    public IStore OpenAt(string dataDirectory) => SqliteStore.Open(dataDirectory, NullLogger<SqliteStore>.Instance);

    public IStore OpenBackup(string file)
    {
        SqliteStore.Restore(file, directory.PathOf("restored"));
        return OpenAt(directory.PathOf("restored"));
    }

    public void Dispose() => directory.Dispose();
}
