using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>Reads a question that may be asked in different words: one text, or a list of texts with tags.</summary>
internal static class VariantReader
{
    /// <summary>The texts under <c>ask</c>, in order.</summary>
    public static ImmutableArray<StepWords.Variant> Asks(Section section)
    {
        if (section.Need("ask") is not { } entry)
        {
            return [];
        }

        var path = section.PathTo("ask");
        if (entry.Value is not GuideNode.List list)
        {
            return [new(GuideTags.None, section.Check.Template(entry.Value, path, TextRule.Message))];
        }

        var read = ImmutableArray.CreateBuilder<(StepWords.Variant Variant, int Line)>();
        foreach (var (item, number) in list.Items.Select((item, at) => (item, at + 1)))
        {
            var variant = Section.Of(item, item.Line, $"{path}[{number}]", section.Check);
            read.Add((new(Tags(variant), variant.Template("text", TextRule.Message)), item.Line));
            variant.Close();
        }

        if (read.Count == 0 || read[^1].Variant.When != GuideTags.None)
        {
            section.Log.Error(
                read.Count == 0 ? entry.Line : read[^1].Line,
                $"`{path}`: the last text has no `when`, so that something is always said. Add one.");
        }

        Reachable(section.Log, path, read.ToImmutable());
        return [.. read.Select(pair => pair.Variant)];
    }

    /// <summary>The tags under <c>when</c>; none where it is left out.</summary>
    public static GuideTags Tags(Section section)
    {
        if (section.Take("when") is not { } entry)
        {
            return GuideTags.None;
        }

        var path = section.PathTo("when");
        if (entry.Value is not GuideNode.List { Items: not [] and var items })
        {
            section.Log.Error(
                entry.Line, $"`{path}` is a list of tags, such as [hurt-them, full]. Leave it out where the text is for everybody.");
            return GuideTags.None;
        }

        var tags = GuideTags.None;
        foreach (var item in items)
        {
            var name = (item as GuideNode.Text)?.Value ?? "";
            if (TagNames.Named(name) is { } tag)
            {
                tags |= tag;
            }
            else
            {
                section.Log.Error(item.Line, $"`{path}`: `{FileLog.Shown(name)}` is no tag.{Nearest.Hint(name, TagNames.All)}");
            }
        }

        if (TagNames.Exclude(tags))
        {
            section.Log.Error(
                entry.Line, $"`{path}`: these tags never hold together, so the text is never said. Split it, or drop a tag.");
        }

        return tags;
    }

    private static void Reachable(FileLog log, string path, ImmutableArray<(StepWords.Variant Variant, int Line)> read)
    {
        for (var at = 0; at < read.Length; at++)
        {
            var (variant, line) = read[at];
            var hiding = read.Take(at).Select((earlier, index) => (earlier.Variant, Number: index + 1))
                .FirstOrDefault(earlier => earlier.Variant.When.Hold(variant.When));
            if (hiding.Number > 0)
            {
                log.Error(line, $"`{path}[{at + 1}]` is never said: `{path}[{hiding.Number}]` stands in front of it and holds whenever "
                    + "this one does. Move this one up, or remove it.");
            }
        }
    }
}
