namespace RepairBot.LoopbackDiscord.Users;

/// <summary>A test wanted a person to do what Discord's client would not let them do.</summary>
public sealed class NotPossibleException(string message) : InvalidOperationException(message);
