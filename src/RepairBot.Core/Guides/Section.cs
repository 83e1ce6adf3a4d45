using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>
/// A mapping that is being read: it hands out what its reader asks for, and reports what nobody asked for when it is closed.
/// </summary>
internal sealed class Section
{
    private readonly ImmutableArray<GuideNode.Entry> entries;
    private readonly List<string> known = [];

    private Section(ImmutableArray<GuideNode.Entry> entries, int line, string path, TextCheck check) =>
        (this.entries, Line, Path, Check) = (entries, line, path, check);

    /// <summary>The line of the key it stands under.</summary>
    public int Line { get; }

    /// <summary>The keys that lead to it, joined by dots; empty for a whole file.</summary>
    public string Path { get; }

    public TextCheck Check { get; }

    public FileLog Log => Check.Log;

    public static Section Of(GuideNode.Map map, TextCheck check) => new(map.Entries, map.Line, "", check);

    public static Section Of(GuideNode node, int line, string path, TextCheck check)
    {
        if (node is GuideNode.Map map)
        {
            return new Section(map.Entries, line, path, check);
        }

        if (node is not GuideNode.Text { Value: "" })
        {
            check.Log.Error(node.Line, $"`{path}` holds names with what belongs to them indented below, not a text or a list.");
        }

        return new Section([], line, path, check);
    }

    /// <summary>The entry of a key, or null.</summary>
    public GuideNode.Entry? Take(string key)
    {
        known.Add(key);
        return entries.FirstOrDefault(entry => entry.Key == key);
    }

    /// <summary>The entry of a key; a missing one is reported.</summary>
    public GuideNode.Entry? Need(string key)
    {
        var entry = Take(key);
        if (entry is null)
        {
            Log.Error(Line, $"`{PathTo(key)}` is missing.");
        }

        return entry;
    }

    public string Text(string key, TextRule rule) => Need(key) is { } entry ? Check.Plain(entry.Value, PathTo(key), rule) : "";

    public string? OptionalText(string key, TextRule rule) => Take(key) is { } entry ? Check.Plain(entry.Value, PathTo(key), rule) : null;

    public Template Template(string key, TextRule rule) =>
        Need(key) is { } entry ? Check.Template(entry.Value, PathTo(key), rule) : Guides.Template.Empty;

    public Template? OptionalTemplate(string key, TextRule rule) =>
        Take(key) is { } entry ? Check.Template(entry.Value, PathTo(key), rule) : null;

    /// <summary>The mapping of a key; where names are due and the key is missing, one problem for each name.</summary>
    public Section Child(string key) => Take(key) is { } entry
        ? Of(entry.Value, entry.Line, PathTo(key), Check)
        : new Section([], Line, PathTo(key), Check);

    /// <summary>One text for each name, and no other.</summary>
    public FrozenDictionary<string, string> Texts(string key, IEnumerable<string> names, TextRule rule) =>
        Each(key, names, (child, name) => child.Text(name, rule));

    /// <summary>One text with placeholders for each name, and no other.</summary>
    public FrozenDictionary<string, Template> Templates(string key, IEnumerable<string> names) =>
        Each(key, names, (child, name) => child.Template(name, TextRule.Message));

    /// <summary>One mapping for each name, and no other; a missing one is reported and left out.</summary>
    public FrozenDictionary<string, T> Sections<T>(string key, IEnumerable<string> names, Func<Section, T> read)
    {
        var child = Child(key);
        var words = new Dictionary<string, T>();
        foreach (var name in names)
        {
            if (child.Need(name) is { } entry)
            {
                words[name] = read(Of(entry.Value, entry.Line, child.PathTo(name), Check));
            }
        }

        child.Close();
        return words.ToFrozenDictionary();
    }

    public string PathTo(string key) => Path.Length == 0 ? FileLog.Shown(key) : $"{Path}.{FileLog.Shown(key)}";

    /// <summary>Every entry, known or not; all are known afterwards.</summary>
    public ImmutableArray<GuideNode.Entry> TakeAll()
    {
        known.AddRange(entries.Select(entry => entry.Key));
        return entries;
    }

    /// <summary>Reports what nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in entries.Where(entry => !known.Contains(entry.Key)))
        {
            var missing = known.Where(name => entries.All(other => other.Key != name)).Distinct().ToList();
            Log.Error(entry.Line, $"`{PathTo(entry.Key)}` is not known.{Nearest.Hint(entry.Key, missing.Count > 0 ? missing : known)}");
        }
    }

    private FrozenDictionary<string, T> Each<T>(string key, IEnumerable<string> names, Func<Section, string, T> read)
    {
        var child = Child(key);
        var words = names.Distinct().ToDictionary(name => name, name => read(child, name));
        child.Close();
        return words.ToFrozenDictionary();
    }
}
