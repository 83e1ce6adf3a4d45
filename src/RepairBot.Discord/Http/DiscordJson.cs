using System.Text.Json;
using Discord;

namespace RepairBot.Discord.Http;

/// <summary>
/// Writes what Discord.Net's builders made (and held to Discord's limits) as the JSON that Discord takes: the library keeps its own writer to itself.
/// </summary>
internal static class DiscordJson
{
    // Nobody is ever pinged by a message of the bot, whatever somebody's words look like.
    private static readonly JsonEncodedText AllowedMentions = JsonEncodedText.Encode("allowed_mentions");

    /// <summary>Writes a JSON object.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The members of a message.</summary>
    public static void WriteMessage(Utf8JsonWriter json, MessageBody body)
    {
        json.WriteString("content", body.Content);
        json.WriteStartArray("embeds");
        foreach (var embed in body.Embeds)
        {
            WriteEmbed(json, embed);
        }

        json.WriteEndArray();
        WriteRows(json, body.Components?.Components ?? []);
        json.WriteStartObject(AllowedMentions);
        json.WriteStartArray("parse");
        json.WriteEndArray();
        json.WriteEndObject();
        if (body.Flags != MessageFlags.None)
        {
            json.WriteNumber("flags", (int)body.Flags);
        }
    }

    /// <summary>The members of a modal.</summary>
    public static void WriteModal(Utf8JsonWriter json, Modal modal)
    {
        json.WriteString("title", modal.Title);
        json.WriteString("custom_id", modal.CustomId);
        WriteRows(json, modal.Component.Components);
    }

    private static void WriteEmbed(Utf8JsonWriter json, Embed embed)
    {
        json.WriteStartObject();
        WriteText(json, "title", embed.Title);
        WriteText(json, "description", embed.Description);
        WriteText(json, "url", embed.Url);
        if (embed.Color is { } color)
        {
            json.WriteNumber("color", color.RawValue);
        }

        if (embed.Image is { } image)
        {
            json.WriteStartObject("image");
            json.WriteString("url", image.Url);
            json.WriteEndObject();
        }

        if (embed.Footer is { } footer)
        {
            json.WriteStartObject("footer");
            json.WriteString("text", footer.Text);
            json.WriteEndObject();
        }

        json.WriteStartArray("fields");
        foreach (var field in embed.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("value", field.Value);
            json.WriteBoolean("inline", field.Inline);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, IEnumerable<ActionRowComponent> rows)
    {
        json.WriteStartArray("components");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("type", (int)ComponentType.ActionRow);
            json.WriteStartArray("components");
            foreach (var component in row.Components)
            {
                WriteComponent(json, component);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComponent(Utf8JsonWriter json, IMessageComponent component)
    {
        json.WriteStartObject();
        json.WriteNumber("type", (int)component.Type);
        WriteText(json, "custom_id", component.CustomId);
        switch (component)
        {
            case ButtonComponent button:
                json.WriteNumber("style", (int)button.Style);
                WriteText(json, "label", button.Label);
                WriteText(json, "url", button.Url);
                WriteEmote(json, button.Emote);
                json.WriteBoolean("disabled", button.IsDisabled);
                break;
            case SelectMenuComponent menu:
                WriteText(json, "placeholder", menu.Placeholder);
                json.WriteNumber("min_values", menu.MinValues);
                json.WriteNumber("max_values", menu.MaxValues);
                json.WriteBoolean("disabled", menu.IsDisabled);
                WriteOptions(json, menu.Options);
                break;
            case TextInputComponent input:
                WriteInput(json, input);
                break;
            default:
                throw new NotSupportedException($"A component of type {component.Type} can't be written.");
        }

        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, IEnumerable<SelectMenuOption> options)
    {
        json.WriteStartArray("options");
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteString("label", option.Label);
            json.WriteString("value", option.Value);
            WriteText(json, "description", option.Description);
            WriteEmote(json, option.Emote);
            json.WriteBoolean("default", option.IsDefault ?? false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInput(Utf8JsonWriter json, TextInputComponent input)
    {
        json.WriteNumber("style", (int)input.Style);
        json.WriteString("label", input.Label);
        WriteText(json, "placeholder", input.Placeholder);
        WriteText(json, "value", input.Value);
        json.WriteBoolean("required", input.Required ?? true);
        if (input.MinLength is { } min)
        {
            json.WriteNumber("min_length", min);
        }

        if (input.MaxLength is { } max)
        {
            json.WriteNumber("max_length", max);
        }
    }

    // The bot's own signs are plain Unicode; a server's own emoji could not be shown in a direct message anyway.
    private static void WriteEmote(Utf8JsonWriter json, IEmote? emote)
    {
        if (emote is not null)
        {
            json.WriteStartObject("emoji");
            json.WriteString("name", emote.Name);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }
}
