using Microsoft.Extensions.Logging;

namespace RepairBot.Discord;

/// <summary>Every line the Discord adapter logs. None holds a name, an id, a token, or what people wrote. Event ids 4000–4999.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Information, "Direct messages do not reach a person; what waits is shown at their next command.")]
    public static partial void Unreachable(this ILogger logger);

    [LoggerMessage(4102, LogLevel.Error, "Discord refused a message for what it is (status {Status}, code {Code}); it is kept.")]
    public static partial void MessageRefused(this ILogger logger, int status, int code);

    [LoggerMessage(4103, LogLevel.Error, "A person's messages could not be sent ({Kind}); they are tried again.")]
    public static partial void DeliveryFailed(this ILogger logger, string kind);

    [LoggerMessage(4104, LogLevel.Warning, "A message took all its calls in vain; it is tried again in {Rest}.")]
    public static partial void MessageRests(this ILogger logger, TimeSpan rest);
}
