namespace RepairBot.Testing.Storage;

/// <summary>For stores that keep files in a directory of their own.</summary>
public interface IEmbeddedHarness : IStoreHarness
{
    /// <summary>The data directory.</summary>
    string DataDirectory { get; }
}
