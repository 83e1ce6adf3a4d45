using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using RepairBot.Core.Guides;

namespace RepairBot.Configuration;

/// <summary>
/// Reads settings one by one and notes every mistake instead of stopping at the first, so that one start shows them all. A setting that is
/// empty counts as not set.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    // A token that landed in the wrong setting is longer than this; what is shorter helps to find the slip.
    private const int LongestEcho = 40;

    private readonly List<Setting> declared = [];
    private readonly HashSet<string> lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> mistakes = [];

    /// <summary>Every setting that was asked for.</summary>
    public IReadOnlyList<Setting> Declared => declared;

    /// <summary>What is wrong so far.</summary>
    public ImmutableArray<string> Mistakes => [.. mistakes];

    /// <summary>One line of text; null when it is not set.</summary>
    public string? Text(string key, int longest, string meaning) =>
        Read(new Setting(key, $"one line of at most {longest} characters", "", meaning), text =>
            text.Length <= longest && !text.Any(char.IsControl) ? text : null);

    /// <summary>A text that matches a form; null when it is not set.</summary>
    public string? Text(string key, string legal, string defaultValue, Func<string, bool> fits, string meaning) =>
        Read(new Setting(key, legal, defaultValue, meaning), text => fits(text) ? text : null);

    /// <summary>A path, made absolute against the working directory of whoever called.</summary>
    public string Path(string key, string defaultValue, string defaultInWords, string meaning) =>
        Read(new Setting(key, "a path; a relative one starts at the working directory", defaultInWords, meaning), Absolute)
        ?? System.IO.Path.GetFullPath(defaultValue);

    /// <summary>One of a few words, in any case.</summary>
    public T Choice<T>(string key, ImmutableArray<T> legal, string meaning)
        where T : struct, Enum =>
        Read(new Setting(key, string.Join(" or ", legal), legal[0].ToString(), meaning), text =>
            legal.Where(choice => string.Equals(choice.ToString(), text, StringComparison.OrdinalIgnoreCase)).Select(choice => (T?)choice).FirstOrDefault())
        ?? legal[0];

    /// <summary>A span of time.</summary>
    public TimeSpan Duration(string key, TimeSpan defaultValue, TimeSpan least, TimeSpan most, string meaning) =>
        Read(new Setting(key, $"days.hours:minutes:seconds from {least:c} to {most:c}", defaultValue.ToString("c"), meaning), text =>
            TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && span >= least && span <= most ? span : (TimeSpan?)null)
        ?? defaultValue;

    /// <summary>An absolute address; null when it is not set.</summary>
    public Uri? Url(string key, string meaning, params string[] schemes) =>
        Read(new Setting(key, $"an absolute address that starts with {string.Join(" or ", schemes.Select(scheme => $"{scheme}://"))}", "", meaning), text =>
            Uri.TryCreate(text, UriKind.Absolute, out var url) && schemes.Contains(url.Scheme) ? url : null);

    /// <summary>A Discord id; null when it is not set.</summary>
    public ulong? Snowflake(string key, string meaning) =>
        Read(new Setting(key, Legal.Snowflake, "", meaning), Legal.ToSnowflake);

    /// <summary>Discord ids, one an entry or separated by commas; empty when none is set.</summary>
    public ImmutableArray<ulong> Snowflakes(string key, string meaning)
    {
        lists.Add(key);
        declared.Add(new Setting(key, $"a list, each {Legal.Snowflake}", "", meaning));
        var texts = configuration.GetSection(key).GetChildren().Select(child => child.Value)
            .Append(configuration[key])
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        var ids = texts.Select(Legal.ToSnowflake).ToList();
        if (ids.Contains(null))
        {
            mistakes.Add($"{key} must be a list, each {Legal.Snowflake}.");
        }

        return [.. ids.OfType<ulong>()];
    }

    /// <summary>Something that nobody may see; null when it is not set.</summary>
    public string? Secret(string key, string legal, Func<string, bool> fits, string meaning)
    {
        declared.Add(new Setting(key, legal, "", meaning));
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (fits(text))
        {
            return text;
        }

        mistakes.Add($"{key} must be {legal}. (Its value is not shown.)");
        return null;
    }

    /// <summary>Notes a mistake that shows only when several settings are seen together.</summary>
    public void Mistake(string text) => mistakes.Add(text);

    /// <summary>Notes every key in these sections that nobody has asked for.</summary>
    public void RefuseUnknown(params string[] sections)
    {
        var known = declared.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var set = sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()).Where(pair => pair.Value is not null);
        foreach (var key in set.Select(pair => pair.Key).Where(key => !known.Contains(key) && !IsListEntry(key)))
        {
            mistakes.Add($"{key} is not a setting.{Nearest.Hint(key, known)}");
        }
    }

    private T? Read<T>(Setting setting, Func<string, T?> parse)
    {
        declared.Add(setting);
        var text = configuration[setting.Key]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        var shown = text.Length <= LongestEcho && !text.Contains('@') ? $" is \"{text}\" and" : "";
        mistakes.Add($"{setting.Key}{shown} must be {setting.Legal}.");
        return default;
    }

    private static string? Absolute(string text)
    {
        try
        {
            return System.IO.Path.GetFullPath(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool IsListEntry(string key)
    {
        var colon = key.LastIndexOf(':');
        return lists.Contains(key[..colon]) && int.TryParse(key.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static class Legal
    {
        public const string Snowflake = "a Discord id: 17 to 20 digits";

        public static ulong? ToSnowflake(string? text) =>
            text is { Length: >= 17 and <= 20 } && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
