using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>Gives the contract a store to test. Each test has a harness, and so a store, of its own.</summary>
public interface IStoreHarness : IDisposable
{
    /// <summary>Opens the store; after it was disposed, opens the same one again.</summary>
    IStore Open();

    /// <summary>Opens what a backup holds, as a store of its own.</summary>
    IStore OpenBackup(string file);
}
