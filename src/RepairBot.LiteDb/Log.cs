using Microsoft.Extensions.Logging;

namespace RepairBot.LiteDb;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "LiteDB opened in {Took}; {Rows} rows from the journal")]
    public static partial void Opened(ILogger logger, TimeSpan took, int rows);

    [LoggerMessage(2002, LogLevel.Warning, "LiteDB stopped with code {Code} and is opened again from what is durable")]
    public static partial void Reopening(ILogger logger, int code);

    [LoggerMessage(2003, LogLevel.Warning, "LiteDB could not be brought up to date for now; the journal goes on growing and nothing is lost")]
    public static partial void VisitFailed(ILogger logger);
}
