using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>An action: id, name, role, kind, label, style, disabled, least, most, options, fields.</summary>
internal sealed class ChatActionConverter(JsonSerializerOptions older) : ArrayConverter<ChatAction>(older)
{
    private const int Multiline = 1;
    private const int Required = 2;

    protected override ChatAction ReadItems(ref Utf8JsonReader reader) => new()
    {
        Id = Text(ref reader),
        Name = Text(ref reader),
        Role = (ActionRole)Number(ref reader),
        Kind = (ActionKind)Number(ref reader),
        Label = Text(ref reader),
        Style = (ActionStyle?)NumberOrNone(ref reader),
        Disabled = NumberOrNone(ref reader) == 1,
        Min = NumberOrNone(ref reader),
        Max = NumberOrNone(ref reader),
        Options = Many(ref reader, static (ref reader) => new ActionOption(Text(ref reader), Text(ref reader))),
        Fields = Many(ref reader, Field),
    };

    protected override void WriteItems(Utf8JsonWriter writer, ChatAction value)
    {
        writer.WriteStringValue(value.Id);
        writer.WriteStringValue(value.Name);
        writer.WriteNumberValue((int)value.Role);
        writer.WriteNumberValue((int)value.Kind);
        writer.WriteStringValue(value.Label);
        writer.WriteNumberOrNone((int?)value.Style);
        if (value is { Kind: ActionKind.Button, Disabled: false })
        {
            return;
        }

        writer.WriteNumberValue(value.Disabled ? 1 : 0);
        writer.WriteNumberOrNone(value.Min);
        writer.WriteNumberOrNone(value.Max);
        writer.WriteStartArray();
        foreach (var option in value.Options)
        {
            writer.WriteStringValue(option.Value);
            writer.WriteStringValue(option.Label);
        }

        writer.WriteEndArray();
        if (value.Fields.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray();
        foreach (var field in value.Fields)
        {
            writer.WriteStringValue(field.Id);
            writer.WriteStringValue(field.Label);
            writer.WriteNumberValue((field.Multiline ? Multiline : 0) | (field.Required ? Required : 0));
            writer.WriteNumberValue(field.MinLength);
            writer.WriteNumberValue(field.MaxLength);
            writer.WriteStringValue(field.Value?.Reveal());
        }

        writer.WriteEndArray();
    }

    private static FormField Field(ref Utf8JsonReader reader)
    {
        var id = Text(ref reader);
        var label = Text(ref reader);
        var flags = Number(ref reader);
        var least = Number(ref reader);
        var most = Number(ref reader);
        var value = TextOrNone(ref reader);
        return new FormField(id, label, (flags & Multiline) != 0, (flags & Required) != 0, least, most, value is null ? null : new PrivateText(value));
    }
}
