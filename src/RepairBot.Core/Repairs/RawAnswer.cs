using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>What a person gave for a question, before it is filed.</summary>
internal sealed record RawAnswer
{
    public ImmutableArray<string> Values { get; init; } = [];

    public PrivateText Text { get; init; }

    public ImmutableArray<FieldText> Fields { get; init; } = [];

    public bool Typed { get; init; }

    public static RawAnswer Of(string value) => new() { Values = [value] };

    /// <summary>Form fields as an answer: one field is simply words.</summary>
    public static RawAnswer Of(ImmutableDictionary<string, PrivateText> fields, QuestionSpec spec) =>
        spec.Fields.Length == 1
            ? new RawAnswer { Text = fields.GetValueOrDefault(spec.Fields[0].Id) }
            : new RawAnswer { Fields = ImmutableArray.CreateRange(spec.Fields, field => new FieldText(field.Id, fields.GetValueOrDefault(field.Id))) };

    public string AllWords() =>
        Fields.IsEmpty ? Text.Reveal() : string.Join('\n', Fields.Select(field => field.Text.Reveal()).Where(text => text.Length > 0));
}
