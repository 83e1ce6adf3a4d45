using System.Collections.Frozen;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>Reads one step's words: every name its <see cref="QuestionSpec"/> asks for, and no other.</summary>
internal static class StepReader
{
    /// <param name="section">The step's mapping.</param>
    /// <param name="step">Which step.</param>
    /// <param name="feelings">The guide's list of feelings; for <see cref="Step.Feeling"/> these words are their own labels.</param>
    public static StepWords Read(Section section, Step step, FrozenSet<string> feelings)
    {
        var spec = Steps.SpecOf(step);
        var hasForm = spec.TakesText && spec.Parts.IsEmpty;
        var words = new StepWords
        {
            Asks = VariantReader.Asks(section),
            Brief = section.OptionalTemplate("brief", TextRule.Brief),
            Why = section.Text("why", TextRule.Fixed),
            Example = hasForm ? section.Text("example", TextRule.Fixed) : section.OptionalText("example", TextRule.Fixed),
            Simpler = section.Template("simpler", TextRule.Message),
            Label = hasForm ? section.Text("label", TextRule.Label) : "",
            Title = hasForm ? section.Text("title", TextRule.Title) : "",
            Fields = hasForm ? Fields(section, spec) : FrozenDictionary<string, string>.Empty,
            Options = Options(section, step, spec, feelings),
            Parts = section.Sections("parts", spec.Parts, part => Part(part, spec)),
            Notes = section.Templates("notes", spec.Notes),
            Nudges = section.Sections("nudges", spec.Nudges, Nudge),
        };
        section.Close();
        return words;
    }

    // A feeling that stands in the guide's own list of feelings is its own label: the list need not be written twice.
    private static FrozenDictionary<string, string> Options(Section section, Step step, QuestionSpec spec, FrozenSet<string> feelings)
    {
        string[] names = [.. spec.Values, .. spec.Presses, .. spec.Offers];
        if (step != Step.Feeling)
        {
            return section.Texts("options", names, TextRule.Option);
        }

        var written = section.Child("options").TakeAll().Select(entry => entry.Key).ToHashSet();
        var own = names.Where(name => feelings.Contains(name) && !written.Contains(name)).ToList();
        return section.Texts("options", names.Except(own), TextRule.Option)
            .Concat(own.Select(name => KeyValuePair.Create(name, name)))
            .ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> Fields(Section section, QuestionSpec spec) =>
        section.Texts("fields", spec.Fields.Select(field => field.Id), TextRule.Field);

    private static PartWords Part(Section section, QuestionSpec spec)
    {
        var words = new PartWords
        {
            Ask = section.Template("ask", TextRule.Message),
            Label = section.Text("label", TextRule.Label),
            Title = section.Text("title", TextRule.Title),
            Fields = Fields(section, spec),
            Example = section.Text("example", TextRule.Fixed),
            Simpler = section.Template("simpler", TextRule.Message),
        };
        section.Close();
        return words;
    }

    private static NudgeWords Nudge(Section section)
    {
        var words = new NudgeWords(section.Template("text", TextRule.Message), section.Text("why", TextRule.Fixed));
        section.Close();
        return words;
    }
}
