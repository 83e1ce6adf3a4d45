using Microsoft.Extensions.Logging;

namespace RepairBot.Discord.Tests.Harness;

/// <summary>Keeps what is logged as a warning or worse, as an operator would read it.</summary>
internal sealed class Warnings<T>(List<string> kept) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (kept)
            {
                kept.Add(formatter(state, exception));
            }
        }
    }
}
