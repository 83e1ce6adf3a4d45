using Microsoft.Extensions.Logging;

namespace RepairBot.Sql;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "SQLite {Version} opened in {Took}")]
    public static partial void Opened(ILogger logger, string version, TimeSpan took);

    [LoggerMessage(3002, LogLevel.Error, "SQLite failed with code {Code}")]
    public static partial void Failed(ILogger logger, int code);
}
