using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace RepairBot;

/// <summary>Logs to the standard error stream, one line an event.</summary>
internal static class ConsoleLog
{
    // Names of local people are part of addresses, and the web server's own lines hold addresses: no configuration may let them through.
    private const string WebServer = "Microsoft.AspNetCore";

    public static void AddConsoleLog(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // What keeps the program from starting is said once, in plain words, by the verb that was run.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.Services.PostConfigure<LoggerFilterOptions>(Silence);
    }

    private static void Silence(LoggerFilterOptions filters)
    {
        foreach (var rule in filters.Rules.Where(rule => rule.CategoryName?.StartsWith(WebServer, StringComparison.OrdinalIgnoreCase) == true).ToList())
        {
            filters.Rules.Remove(rule);
        }

        filters.Rules.Add(new LoggerFilterRule(null, WebServer, LogLevel.Warning, null));
        filters.Rules.Add(new LoggerFilterRule(typeof(ConsoleLoggerProvider).FullName, WebServer, LogLevel.Warning, null));
    }
}
