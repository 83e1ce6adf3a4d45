using System.Collections.Frozen;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>A coach's own question, asked in front of a step.</summary>
/// <param name="Id">a–z, 0–9 and <c>-</c>, at most 32; answers are filed under it.</param>
/// <param name="Before">The step in front of which it is asked.</param>
/// <param name="When">Asked only where all of these hold.</param>
/// <param name="Ask">The question.</param>
/// <param name="Why">Why it is asked.</param>
/// <param name="Simpler">The same question in the plainest words.</param>
/// <param name="Label">The button that opens the form.</param>
/// <param name="Title">The form's title.</param>
/// <param name="Field">The label of the form's one field.</param>
public sealed record ExtraQuestion(
    string Id, Step Before, GuideTags When, Template Ask, string Why, Template Simpler, string Label, string Title, string Field)
{
    /// <summary>The same words in the shape of a step's, with one field <c>answer</c> and no example.</summary>
    public StepWords Words { get; } = new()
    {
        Asks = [new StepWords.Variant(GuideTags.None, Ask)],
        Why = Why,
        Simpler = Simpler,
        Label = Label,
        Title = Title,
        Fields = new Dictionary<string, string> { ["answer"] = Field }.ToFrozenDictionary(),
    };
}
