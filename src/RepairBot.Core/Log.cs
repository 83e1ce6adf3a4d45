using Microsoft.Extensions.Logging;

namespace RepairBot.Core;

/// <summary>Everything the core says to a log: numbers and names of ours, never a word of a person. Event ids 1000–1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "A turn is taken again: another process was first (try {Attempt}).")]
    public static partial void TurnAgain(this ILogger logger, int attempt);

    [LoggerMessage(1003, LogLevel.Warning, "Reminders wait: the store did not answer ({Failure}).")]
    public static partial void RemindersWait(this ILogger logger, Storage.StoreFailure failure);

    [LoggerMessage(1004, LogLevel.Error, "A person's {Count} due reminders could not be served ({Kind}); they are tried again.")]
    public static partial void ReminderFailed(this ILogger logger, string kind, int count);

    [LoggerMessage(1002, LogLevel.Information, "A person's data was erased.")]
    public static partial void Erased(this ILogger logger);
}
