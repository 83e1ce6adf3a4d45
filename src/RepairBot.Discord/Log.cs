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

    [LoggerMessage(4001, LogLevel.Error, "A turn failed ({Kind}); nothing of it happened.")]
    public static partial void TurnFailed(this ILogger logger, string kind);

    [LoggerMessage(4002, LogLevel.Error, "An interaction could not be acknowledged ({Kind}).")]
    public static partial void AcknowledgingFailed(this ILogger logger, string kind);

    [LoggerMessage(4003, LogLevel.Warning, "Discord did not take an acknowledgement ({Result}).")]
    public static partial void NotAcknowledged(this ILogger logger, Http.CallbackResult result);

    [LoggerMessage(4004, LogLevel.Error, "What a turn said could not be shown at once ({Kind}); it waits in the store.")]
    public static partial void ReplyingFailed(this ILogger logger, string kind);

    [LoggerMessage(4005, LogLevel.Error, "Something that came from the gateway was not understood ({Kind}).")]
    public static partial void NotUnderstood(this ILogger logger, string kind);

    [LoggerMessage(4006, LogLevel.Warning, "What was typed while the program was off could not be read from Discord.")]
    public static partial void TextsNotRead(this ILogger logger);

    [LoggerMessage(4007, LogLevel.Information, "Commands are registered: {Commands} of them, {Writes} scopes written.")]
    public static partial void CommandsRegistered(this ILogger logger, int commands, int writes);

    [LoggerMessage(4008, LogLevel.Error, "Commands could not be registered; those that were there before still work.")]
    public static partial void CommandsNotRegistered(this ILogger logger);

    [LoggerMessage(4009, LogLevel.Error, "Setting up after connecting failed ({Kind}).")]
    public static partial void SettingUpFailed(this ILogger logger, string kind);

    [LoggerMessage(4201, LogLevel.Information, "Discord ended the connection (close code {Code}).")]
    public static partial void GatewayClosed(this ILogger logger, int code);

    [LoggerMessage(4202, LogLevel.Warning, "A new session with Discord waits {Wait}: too many were begun lately.")]
    public static partial void SessionHeldBack(this ILogger logger, TimeSpan wait);

    [LoggerMessage(4204, LogLevel.Warning, "The note of begun sessions could not be read or written ({Kind}); they are counted in memory only.")]
    public static partial void SessionsNotNoted(this ILogger logger, string kind);

    [LoggerMessage(4203, LogLevel.Critical, "Discord ended the connection for good (close code {Code}); the program stops.")]
    public static partial void EndedForGood(this ILogger logger, int code);
}
