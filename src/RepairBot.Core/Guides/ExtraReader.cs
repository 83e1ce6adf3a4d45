using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>Reads a coach's own questions.</summary>
internal static class ExtraReader
{
    private const int LongestId = 32;

    /// <summary>The questions of a file, each with the line it starts in.</summary>
    public static IEnumerable<(ExtraQuestion Question, int Line)> Read(Section file)
    {
        if (file.Take("extras") is not { } entry)
        {
            return [];
        }

        if (entry.Value is GuideNode.List list)
        {
            return [.. list.Items.Select(
                (item, at) => (Question(Section.Of(item, item.Line, $"extras[{at + 1}]", file.Check)), item.Line))];
        }

        if (entry.Value is not GuideNode.Text { Value: "" })
        {
            file.Log.Error(entry.Line, "`extras` is a list: each question starts with `- id:`.");
        }

        return [];
    }

    private static ExtraQuestion Question(Section section)
    {
        var question = new ExtraQuestion(
            Id(section),
            Before(section),
            VariantReader.Tags(section),
            section.Template("ask", TextRule.Message),
            section.Text("why", TextRule.Fixed),
            section.Template("simpler", TextRule.Message),
            section.Text("label", TextRule.Label),
            section.Text("title", TextRule.Title),
            section.Text("field", TextRule.Field));
        section.Close();
        return question;
    }

    private static string Id(Section section)
    {
        if (section.Need("id") is not { } entry)
        {
            return "";
        }

        var id = (entry.Value as GuideNode.Text)?.Value ?? "";
        if (id.Length is 0 or > LongestId || !id.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-'))
        {
            section.Log.Error(
                entry.Line,
                $"`{section.PathTo("id")}` is 1–{LongestId} characters of a–z, 0–9 and `-`. Choose such a name, and keep it for good.");
        }
        else if (Enum.GetValues<Step>().Any(step => Steps.NameOf(step) == id))
        {
            section.Log.Error(
                entry.Line, $"`{section.PathTo("id")}`: `{id}` is the name of a step; answers would be mixed up. Choose another.");
        }

        return id;
    }

    // Nothing is asked before the person has read what this is and has gone on.
    private static Step Before(Section section)
    {
        if (section.Need("before") is not { } entry)
        {
            return default;
        }

        var name = (entry.Value as GuideNode.Text)?.Value ?? "";
        var steps = StepFiles.Worded.Where(step => StepFiles.OnMainPath(step) && step != Step.Welcome).ToDictionary(Steps.NameOf);
        if (steps.TryGetValue(name, out var found))
        {
            return found;
        }

        section.Log.Error(
            entry.Line,
            $"`{section.PathTo("before")}`: `{FileLog.Shown(name)}` is no step that an extra question can stand in front of."
                + Nearest.Hint(name, steps.Keys));
        return default;
    }
}
