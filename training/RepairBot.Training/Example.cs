using RepairBot.Core.Screening;

namespace RepairBot.Training;

/// <summary>A labelled line with its traits.</summary>
/// <param name="Line">The line.</param>
/// <param name="Traits">What is weighed of it.</param>
/// <param name="Ruled">Whether the rules step back by themselves.</param>
internal sealed record Example(LabelledLine Line, IReadOnlyCollection<string> Traits, bool Ruled)
{
    public static Example Of(LabelledLine line, RiskRules rules)
    {
        var text = rules.Words(line.Text);
        var findings = rules.Read(text);
        return new Example(line, Core.Screening.Weights.Traits.Of(text, 0, text.Tokens.Length, findings), !findings.IsEmpty);
    }
}
