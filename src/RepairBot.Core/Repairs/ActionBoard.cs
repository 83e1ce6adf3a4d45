using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>Collects a message's own actions.</summary>
internal sealed class ActionBoard(OutcomeBuilder turn, MessageId message, QuestionKey key)
{
    private readonly List<ChatAction> own = [];
    private readonly string question = key.ToString();

    public ReadOnlySpan<ChatAction> Own => CollectionsMarshal.AsSpan(own);

    public string IdOf(string name) =>
        new ActionId(message, turn.Guide.Version, turn.Language, question, name).ToString();

    public void Button(string name, string label, ActionRole role = ActionRole.Forward, ActionStyle style = ActionStyle.Secondary) =>
        own.Add(new ChatAction { Id = IdOf(name), Name = name, Role = role, Kind = ActionKind.Button, Label = label, Style = style });

    public void Select(
        string name, string label, ImmutableArray<ActionOption> options, ActionRole role = ActionRole.Forward, int most = 1) =>
        own.Add(new ChatAction
        {
            Id = IdOf(name),
            Name = name,
            Role = role,
            Kind = ActionKind.Select,
            Label = label,
            Options = options,
            Min = 1,
            Max = Math.Min(most, options.Length),
        });

    public void Form(
        string name, string label, ImmutableArray<FormField> fields, ActionRole role = ActionRole.Forward,
        ActionStyle style = ActionStyle.Primary) =>
        own.Add(new ChatAction
        {
            Id = IdOf(name),
            Name = name,
            Role = role,
            Kind = ActionKind.Form,
            Label = label,
            Style = style,
            Fields = fields,
        });

    /// <summary>A field for free text, filled with what is there already as far as a field holds it.</summary>
    public static FormField Field(string id, string label, bool required, string? value, bool multiline = true) =>
        Filled(new FormField(id, label, multiline, required, required ? 1 : 0, FormField.LongestText), value);

    /// <summary>The same field with something in it.</summary>
    public static FormField Filled(FormField field, string? value) => field with
    {
        Value = string.IsNullOrEmpty(value) ? null
            : new PrivateText(value.Length <= FormField.LongestText ? value : Layout.Cut(value, FormField.LongestText).ToString()),
    };

    /// <summary>Options by value with a step's own labels.</summary>
    public static ImmutableArray<ActionOption> OptionsOf(StepWords words, ImmutableArray<string> values) =>
        ImmutableArray.CreateRange(values, (value, from) => new ActionOption(value, from.Option(value)), words);
}
