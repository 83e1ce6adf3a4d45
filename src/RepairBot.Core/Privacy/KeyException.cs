namespace RepairBot.Core.Privacy;

/// <summary>Why keys are missing.</summary>
public enum KeyFailure
{
    /// <summary>There is data, or there are people's keys, but no master key.</summary>
    NoMasterKey,

    /// <summary>The master key file holds something else than 32 bytes in base64.</summary>
    MalformedMasterKey,

    /// <summary>The master key is not the one these people's keys are wrapped with.</summary>
    OtherMasterKey,

    /// <summary>The person has no key: never had one, or was erased.</summary>
    NoPersonKey,

    /// <summary>The person's key file was changed.</summary>
    DamagedPersonKey,

    /// <summary>The key directory can't be read or written.</summary>
    Unavailable,
}

/// <summary>Keys failed. The message says what to do.</summary>
public sealed class KeyException(KeyFailure failure, string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public KeyFailure Failure { get; } = failure;
}
