using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

public sealed class LiteDbHarness : IEmbeddedHarness
{
    private readonly TemporaryDirectory directory = new();

    public string DataDirectory => directory.PathOf("data");

    public IStore Open() => LiteDbStore.Open(DataDirectory, NullLogger<LiteDbStore>.Instance);

    public IStore OpenBackup(string file)
    {
        LiteDbStore.Restore(file, directory.PathOf("restored"));
        return LiteDbStore.Open(directory.PathOf("restored"), NullLogger<LiteDbStore>.Instance);
    }

    public void Dispose() => directory.Dispose();
}
