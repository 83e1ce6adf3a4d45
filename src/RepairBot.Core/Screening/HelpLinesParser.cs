using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace RepairBot.Core.Screening;

/// <summary>Turns nodes into lines; goes on after a problem so that all are reported together.</summary>
internal sealed class HelpLinesParser(Action<long, string> report)
{
    private static readonly ImmutableDictionary<string, HelpLineKind> Kinds = ImmutableDictionary.CreateRange(
        Enum.GetValues<HelpLineKind>().Select(kind => KeyValuePair.Create(kind.ToString().ToLowerInvariant(), kind)));

    private readonly HashSet<string> ids = [];

    public void Report(long line, string message) => report(line, message);

    public HelpLines File(YamlMappingNode root)
    {
        Known(root, "format", "international", "countries");
        var format = Text(root, "format");
        if (format is not null && format != HelpLinesFile.Format.ToString(CultureInfo.InvariantCulture))
        {
            Report(root["format"].Start.Line, $"format is {HelpLinesFile.Format} here");
        }

        var international = Mapping(root, "international") is { } all ? Place(all, "text", named: false) : null;
        var countries = ImmutableDictionary.CreateBuilder<string, HelpLinesOf>();
        foreach (var (key, value) in Mapping(root, "countries") ?? [])
        {
            if (key is not YamlScalarNode { Value: [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] code })
            {
                Report(key.Start.Line, "a country is an ISO 3166-1 alpha-2 code in capitals, in quotes where YAML would read a word: \"NO\"");
            }
            else if (value is not YamlMappingNode country)
            {
                Report(value.Start.Line, "a country holds name, emergency and lines");
            }
            else
            {
                countries[code] = Place(country, "number", named: true);
            }
        }

        return new HelpLines(international ?? new HelpLinesOf(null, new Emergency("", "", default), []), countries.ToImmutable());
    }

    private HelpLinesOf Place(YamlMappingNode place, string words, bool named)
    {
        string[] known = named ? ["name", "emergency", "lines"] : ["emergency", "lines"];
        Known(place, known);
        var name = named ? Text(place, "name") : null;
        var emergency = new Emergency("", "", default);
        if (Mapping(place, "emergency") is { } node)
        {
            Known(node, words, "source", "checked");
            emergency = new Emergency(Text(node, words) ?? "", Source(node), Day(node));
        }

        return new HelpLinesOf(name, emergency, [.. Sequence(place, "lines").Select(Line)]);
    }

    private HelpLine Line(YamlNode node)
    {
        if (node is not YamlMappingNode line)
        {
            Report(node.Start.Line, "a line holds id, kinds, name, contact, source and checked");
            return new HelpLine("", [], "", "", null, null, [], "", default);
        }

        Known(line, "id", "kinds", "name", "contact", "hours", "note", "languages", "source", "checked");
        var id = Text(line, "id") ?? "";
        if (id.Length > 0 && !ids.Add(id))
        {
            Report(line["id"].Start.Line, $"the id {id} stands twice");
        }

        return new HelpLine(
            id,
            [.. Sequence(line, "kinds").Select(Kind)],
            Text(line, "name", most: 60) ?? "",
            Text(line, "contact", most: 80) ?? "",
            Optional(line, "hours", most: 100),
            Optional(line, "note", most: 100),
            line.Children.ContainsKey("languages") ? [.. Sequence(line, "languages").Select(LanguageCode)] : [],
            Source(line),
            Day(line));
    }

    private HelpLineKind Kind(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } word } && Kinds.TryGetValue(word, out var kind))
        {
            return kind;
        }

        Report(node.Start.Line, $"a kind is one of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
        return default;
    }

    private string LanguageCode(YamlNode node)
    {
        if (node is YamlScalarNode { Value: [>= 'a' and <= 'z', >= 'a' and <= 'z'] code })
        {
            return code;
        }

        Report(node.Start.Line, "a language is an ISO 639-1 code in lower case, in quotes where YAML would read a word: \"no\"");
        return "";
    }

    private string Source(YamlMappingNode node)
    {
        var source = Text(node, "source") ?? "";
        if (source.Length > 0 && !source.StartsWith("https://", StringComparison.Ordinal) && !source.StartsWith("http://", StringComparison.Ordinal))
        {
            Report(node["source"].Start.Line, "source is the address of the public page that was read");
        }

        return source;
    }

    private DateOnly Day(YamlMappingNode node)
    {
        var text = Text(node, "checked");
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text is not null)
        {
            Report(node["checked"].Start.Line, "checked is the day the source was read, such as 2026-11-21");
        }

        return day;
    }

    private void Known(YamlMappingNode node, params string[] keys)
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } word } || !keys.Contains(word)))
        {
            Report(key.Start.Line, $"not a key of this place, which has {string.Join(", ", keys)}");
        }
    }

    private string? Optional(YamlMappingNode node, string key, int most) =>
        node.Children.ContainsKey(key) ? Text(node, key, most) : null;

    private string? Text(YamlMappingNode node, string key, int most = 400)
    {
        if (!node.Children.TryGetValue(key, out var value))
        {
            Report(node.Start.Line, $"{key} is missing");
            return null;
        }

        if (value is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text) || text.Length > most)
        {
            Report(value.Start.Line, $"{key} is a text of 1 to {most} characters");
            return null;
        }

        return text.Trim();
    }

    private YamlMappingNode? Mapping(YamlMappingNode node, string key)
    {
        if (node.Children.TryGetValue(key, out var value) && value is YamlMappingNode mapping)
        {
            return mapping;
        }

        Report(node.Start.Line, $"{key} is missing, or is no mapping");
        return null;
    }

    private IEnumerable<YamlNode> Sequence(YamlMappingNode node, string key)
    {
        if (node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode sequence && (sequence.Children.Count > 0 || key == "lines"))
        {
            return sequence.Children;
        }

        Report(node.Start.Line, $"{key} is missing, or is no list" + (key == "lines" ? "" : " of at least one"));
        return [];
    }
}
