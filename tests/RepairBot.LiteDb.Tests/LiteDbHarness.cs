using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

public sealed class LiteDbHarness : IEmbeddedHarness
{
    private readonly TemporaryDirectory directory = new();

    public string Kind => "LiteDb";

    public string DataDirectory => directory.PathOf("data");

    public IStore Open() => OpenAt(DataDirectory);

    public IStore OpenAt(string dataDirectory) => LiteDbStore.Open(dataDirectory, NullLogger<LiteDbStore>.Instance);

    public IStore OpenBackup(string file)
    {
        LiteDbStore.Restore(file, directory.PathOf("restored"));
        return OpenAt(directory.PathOf("restored"));
    }

    public void Dispose() => directory.Dispose();
}
