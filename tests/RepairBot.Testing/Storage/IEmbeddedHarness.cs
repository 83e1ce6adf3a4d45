using RepairBot.Core.Storage;

namespace RepairBot.Testing.Storage;

/// <summary>For stores that keep files in a directory of their own.</summary>
public interface IEmbeddedHarness : IStoreHarness
{
    /// <summary>The store's name in the configuration.</summary>
    string Kind { get; }

    /// <summary>The data directory.</summary>
    string DataDirectory { get; }

    /// <summary>Opens another data directory.</summary>
    IStore OpenAt(string dataDirectory);
}
