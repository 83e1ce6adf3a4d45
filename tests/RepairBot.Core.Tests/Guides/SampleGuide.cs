using System.Collections.Immutable;
using System.Text;
using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Guides;

/// <summary>A guide with every name the program asks for and short made-up words; a test puts its own fragment in.</summary>
internal sealed class SampleGuide
{
    private readonly Dictionary<string, string> files = [];

    public SampleGuide(string language = "en")
    {
        Language = language;
        files["common"] = Common();
        foreach (var file in StepFiles.All)
        {
            files[file] = "steps:\n" + string.Concat(StepFiles.Worded.Where(step => StepFiles.Of(step) == file).Select(Step));
        }
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>The step's words as the sample has them.</summary>
    public static string Step(Step step)
    {
        var spec = Steps.SpecOf(step);
        var text = new StringBuilder($"  {Steps.NameOf(step)}:\n    ask: What now?\n    why: It helps.\n    simpler: And now?\n");
        if (spec.TakesText && spec.Parts.IsEmpty)
        {
            text.Append("    example: Like this.\n    label: Write it\n    title: In words\n");
            text.Append(Map("fields", spec.Fields.Select(field => field.Id)));
        }

        text.Append(Map("options", [.. spec.Values, .. spec.Presses, .. spec.Offers]));
        text.Append(Map("notes", spec.Notes));
        text.Append(Map("nudges", spec.Nudges, "{ text: Look again., why: It helps. }"));
        text.Append(Map("parts", spec.Parts, "{ ask: A?, simpler: B?, example: C., label: D, title: E, fields: { answer: F } }"));
        return text.ToString();
    }

    /// <summary>Replaces a whole file.</summary>
    public SampleGuide File(string name, string? text)
    {
        if (text is null)
        {
            files.Remove(name);
        }
        else
        {
            files[name] = text;
        }

        return this;
    }

    /// <summary>Puts these words first in their file, so that they start in line 2, in place of the sample's.</summary>
    public SampleGuide Words(Step step, string yaml)
    {
        var file = StepFiles.Of(step);
        files[file] = "steps:\n" + yaml.TrimEnd() + "\n" + files[file]["steps:\n".Length..].Replace(Step(step), "", StringComparison.Ordinal);
        return this;
    }

    /// <summary>Changes a text that stands in the file.</summary>
    public SampleGuide Change(string file, string from, string to)
    {
        Assert.Contains(from, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(from, to, StringComparison.Ordinal);
        return this;
    }

    public (Guide? Guide, ImmutableArray<GuideProblem> Problems) Read()
    {
        var (guide, problems) = LanguageReader.Read(new LanguageFolder(Language, files.ToImmutableDictionary(), []));
        return (guide, GuideFolder.Sorted(problems));
    }

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Language));
        foreach (var (name, text) in files)
        {
            System.IO.File.WriteAllText(Path.Combine(folder, Language, name + ".yaml"), text);
        }
    }

    private string Common() =>
        $"format: 1\nlanguage: {Language}\nversion: 3\n"
        + Map("phases", GuideNames.Phases, indent: "") + Map("moves", GuideNames.Moves, indent: "")
        + Map("labels", GuideNames.Labels, indent: "") + Map("notes", GuideNames.Notes, indent: "")
        + $"feelings:\n  all: [{string.Join(", ", Steps.Feelings)}]\nneeds:\n  all: [rest, \"time\"]\n";

    private static string Map(string key, IEnumerable<string> names, string value = "Words", string indent = "    ") =>
        names.ToList() is [_, ..] some ? $"{indent}{key}:\n" + string.Concat(some.Select(name => $"{indent}  {name}: {value}\n")) : "";
}
