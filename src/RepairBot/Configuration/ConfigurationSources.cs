using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace RepairBot.Configuration;

/// <summary>Where settings come from; later ones win: appsettings.json in the working directory, user secrets, environment, command line.</summary>
internal static class ConfigurationSources
{
    /// <summary>Reads them all.</summary>
    /// <exception cref="SettingsException">A file is not JSON.</exception>
    public static IConfigurationRoot Read(IReadOnlyList<string> settingArguments)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddUserSecrets(typeof(ConfigurationSources).Assembly, optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. settingArguments])
                .Build();
        }
        catch (InvalidDataException e)
        {
            // The parser's own words may quote the file; the line is enough.
            var line = (e.InnerException?.InnerException ?? e.InnerException) is JsonException { LineNumber: { } number } ? $", line {number + 1}" : "";
            throw new SettingsException([$"appsettings.json or the user secrets can't be read as JSON{line}."]);
        }
    }
}
