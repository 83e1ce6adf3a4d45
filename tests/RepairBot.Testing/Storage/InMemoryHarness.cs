using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>For the contract over <see cref="InMemoryStore"/>.</summary>
public sealed class InMemoryHarness : IStoreHarness
{
    private readonly InMemoryStore store = new();

    /// <inheritdoc/>
    public IStore Open() => store;

    /// <inheritdoc/>
    public IStore OpenBackup(string file) => new InMemoryStore(file);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing outside memory.
    }
}
