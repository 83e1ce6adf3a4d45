namespace RepairBot.Core.Storage;

/// <summary>Why a store failed.</summary>
public enum StoreFailure
{
    /// <summary>The disk or the server did not answer; trying again may help.</summary>
    Unavailable,

    /// <summary>Another process has these files.</summary>
    InUse,

    /// <summary>The files hold another kind of store, or a format from a later version.</summary>
    Foreign,

    /// <summary>What is on the disk does not fit together.</summary>
    Damaged,
}

/// <summary>The store failed. The message says what to do and never holds what people wrote.</summary>
public sealed class StoreException(StoreFailure failure, string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public StoreFailure Failure { get; } = failure;
}
