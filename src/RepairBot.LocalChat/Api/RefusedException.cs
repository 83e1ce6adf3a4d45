namespace RepairBot.LocalChat.Api;

/// <summary>A call is refused: answered with <see cref="Status"/> and this message, which never holds what was sent.</summary>
internal sealed class RefusedException(int status, string detail) : Exception(detail)
{
    /// <summary>HTTP status, 400–499.</summary>
    public int Status { get; } = status;
}
