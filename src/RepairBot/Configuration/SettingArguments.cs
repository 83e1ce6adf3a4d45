namespace RepairBot.Configuration;

/// <summary>Tells settings on the command line (<c>--Section:Key value</c> or <c>--Section:Key=value</c>) from verbs and their options.</summary>
internal static class SettingArguments
{
    /// <summary>Takes the settings out; the rest keeps its order.</summary>
    public static (IReadOnlyList<string> Settings, IReadOnlyList<string> Verb) Split(IReadOnlyList<string> arguments)
    {
        List<string> settings = [];
        List<string> verb = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || !argument.Split('=')[0].Contains(':'))
            {
                verb.Add(argument);
                continue;
            }

            settings.Add(argument.Contains('=') || i + 1 == arguments.Count ? argument : $"{argument}={arguments[++i]}");
        }

        return (settings, verb);
    }
}
