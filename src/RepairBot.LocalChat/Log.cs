using Microsoft.Extensions.Logging;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.LocalChat;

/// <summary>Every line the local chat logs. None holds a name, a path, or what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Error, "The store failed ({Failure}); the call was answered with 503.")]
    public static partial void StoreFailed(ILogger logger, StoreFailure failure);

    [LoggerMessage(5004, LogLevel.Error, "The keys failed ({Failure}); the call was answered with 503.")]
    public static partial void KeysFailed(ILogger logger, KeyFailure failure);

    // A library's exception may quote what it was given, so that only its type is named.
    [LoggerMessage(5002, LogLevel.Error, "A call failed with {ExceptionType}; it was answered with 500.")]
    public static partial void CallFailed(ILogger logger, string exceptionType);

    [LoggerMessage(5003, LogLevel.Information, "The clock was moved on by {By}; it is {Offset} ahead.")]
    public static partial void ClockMoved(ILogger logger, TimeSpan by, TimeSpan offset);
}
