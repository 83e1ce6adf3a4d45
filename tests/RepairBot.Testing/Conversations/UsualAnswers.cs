using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Testing.Conversations;

/// <summary>Somebody who answers every question the usual way. What stands in <see cref="Values"/> or <see cref="Words"/> goes first.</summary>
public sealed record UsualAnswers
{
    private static readonly ImmutableDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["side"] = "hurt-them",
        ["kind"] = "outburst",
        ["safety"] = "safe",
        ["length"] = "full",
        ["bond"] = "friend",
        ["pattern"] = "sometimes",
        ["heat-before"] = "6",
        ["feeling"] = "sad",
        ["choose"] = "cold-water",
        ["heat-after"] = "2",
        ["readiness"] = "now",
        ["contact"] = "no",
        ["listening"] = "understand",
        ["talk-time"] = "not-planned",
        ["confidence"] = "8",
        ["consent"] = "yes",
        ["zone"] = "Europe/Berlin",
        ["closing"] = "finish",
    }.ToImmutableDictionary();

    /// <summary>A value by a step's stable name.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Words by a step's stable name, for every field of its form.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The same with another value at one step.</summary>
    public UsualAnswers With(string step, string value) => this with { Values = Values.SetItem(step, value) };

    /// <summary>What to press on a question, with what values or words. An answer that stands already is kept.</summary>
    public Press To(Message question)
    {
        var forward = question.Actions.Where(action => action.Role == ActionRole.Forward).ToList();
        if (forward.Find(action => action.Name == "keep") is { } keep)
        {
            return new Press(keep, [], []);
        }

        var value = ValueFor(question.Step ?? "");
        if (value is not null)
        {
            foreach (var action in forward)
            {
                if (action.Name == value)
                {
                    return new Press(action, [], []);
                }

                if (action.Options.Any(option => option.Value == value))
                {
                    return new Press(action, [value], []);
                }
            }
        }

        if (forward.Find(action => action.Kind == ActionKind.Form) is { } form)
        {
            return new Press(form, [], form.Fields.ToImmutableDictionary(field => field.Id, field => new PrivateText(WordsFor(question.Step ?? "", field.Id))));
        }

        var first = forward[0];
        return new Press(first, first.Kind == ActionKind.Select ? [first.Options[0].Value] : [], []);
    }

    /// <summary>The value chosen at a step; null where words are given, or whatever comes first.</summary>
    public string? ValueFor(string step) =>
        Values.GetValueOrDefault(step) ?? (Words.ContainsKey(step) ? null : Usual.GetValueOrDefault(step));

    /// <summary>The words given to one field.</summary>
    public string WordsFor(string step, string field) =>
        Words.GetValueOrDefault(step) ?? (step == "who" ? "Sam" : $"My own words about {step} and {field}, said plainly.");

    /// <summary>One press.</summary>
    public sealed record Press(ChatAction Action, ImmutableArray<string> Values, ImmutableDictionary<string, PrivateText> Fields);
}
