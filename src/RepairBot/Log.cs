using Microsoft.Extensions.Logging;

namespace RepairBot;

/// <summary>Every line the host logs. None holds a name, a path of a call, or what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Information, "Started: {Store} store, local chat.")]
    public static partial void Started(ILogger logger, Configuration.StoreKind store);

    [LoggerMessage(6003, LogLevel.Information, "Started: {Store} store, Discord.")]
    public static partial void StartedOnDiscord(ILogger logger, Configuration.StoreKind store);

    [LoggerMessage(6002, LogLevel.Information, "Stopped.")]
    public static partial void Stopped(ILogger logger);
}
