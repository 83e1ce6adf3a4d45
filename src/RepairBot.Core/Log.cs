using Microsoft.Extensions.Logging;

namespace RepairBot.Core;

/// <summary>Everything the core says to a log: numbers and names of ours, never a word of a person. Event ids 1000–1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "A turn is taken again: another process was first (try {Attempt}).")]
    public static partial void TurnAgain(this ILogger logger, int attempt);

    [LoggerMessage(1002, LogLevel.Information, "A person's data was erased at their wish.")]
    public static partial void Erased(this ILogger logger);
}
