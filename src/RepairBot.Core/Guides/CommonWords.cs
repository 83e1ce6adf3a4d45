using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace RepairBot.Core.Guides;

/// <summary>The words of <c>common.yaml</c>: those that belong to no single step, and the version.</summary>
internal sealed record CommonWords
{
    public const string File = "common";

    private const string Format = "1";

    public required int Version { get; init; }

    public required FrozenDictionary<string, string> Phases { get; init; }

    public required FrozenDictionary<string, string> Moves { get; init; }

    public required FrozenDictionary<string, string> Labels { get; init; }

    public required FrozenDictionary<string, Template> Notes { get; init; }

    public required ImmutableArray<WordGroup> Feelings { get; init; }

    public required ImmutableArray<WordGroup> Needs { get; init; }

    public static CommonWords Read(Section file, string language)
    {
        Exactly(file, "format", Format, "This is the shape of the files that the program reads.");
        Exactly(file, "language", language, "The language is the folder's name.");
        var common = new CommonWords
        {
            Version = VersionOf(file),
            Phases = file.Texts("phases", GuideNames.Phases, TextRule.Option),
            Moves = file.Texts("moves", GuideNames.Moves, TextRule.Option),
            Labels = file.Texts("labels", GuideNames.Labels, TextRule.Option),
            Notes = file.Templates("notes", GuideNames.Notes),
            Feelings = Groups(file, "feelings"),
            Needs = Groups(file, "needs"),
        };
        file.Close();
        return common;
    }

    private static void Exactly(Section file, string key, string due, string why)
    {
        if (file.Need(key) is { } entry && (entry.Value as GuideNode.Text)?.Value != due)
        {
            file.Log.Error(entry.Line, $"`{key}` is `{due}`. {why}");
        }
    }

    private static int VersionOf(Section file)
    {
        if (file.Need("version") is not { } entry)
        {
            return 0;
        }

        if (entry.Value is GuideNode.Text text
            && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1)
        {
            return version;
        }

        file.Log.Error(entry.Line, "`version` is a whole number, 1 or more, raised with every change that goes live.");
        return 0;
    }

    private static ImmutableArray<WordGroup> Groups(Section file, string key)
    {
        if (file.Need(key) is null)
        {
            return [];
        }

        var section = file.Child(key);
        var groups = ImmutableArray.CreateBuilder<WordGroup>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.TakeAll())
        {
            groups.Add(new WordGroup(entry.Key, Words(section, entry, seen)));
        }

        if (groups.Count == 0)
        {
            file.Log.Error(section.Line, $"`{key}` has no groups. Write at least one: `group: [word, word]`.");
        }

        return groups.ToImmutable();
    }

    private static ImmutableArray<string> Words(Section section, GuideNode.Entry group, HashSet<string> seen)
    {
        var path = section.PathTo(group.Key);
        if (group.Value is not GuideNode.List { Items: not [] and var items })
        {
            section.Log.Error(group.Line, $"`{path}` is a list of words: [word, word].");
            return [];
        }

        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items)
        {
            var word = section.Check.Plain(item, path, TextRule.Option);
            words.Add(word);
            if (!seen.Add(word))
            {
                section.Log.Error(item.Line, $"`{path}`: `{FileLog.Shown(word)}` stands in this list of groups already. Keep one.");
            }
        }

        return words.ToImmutable();
    }
}
