using System.Globalization;
using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Delivery;

/// <summary>A message of the bot that stands in a channel, as far as telling it apart goes.</summary>
internal sealed record SentMessage(ulong Id, string? Nonce, string Content, bool HasId, string Raw)
{
    /// <summary>
    /// Whether this is one of ours, in any version: by its nonce, by the ids its components carry, and for one that has neither by its words.
    /// </summary>
    public bool Is(Message message, MessageBody? body)
    {
        var id = message.Id.ToString();
        return Nonce == id
            || Raw.Contains(id, StringComparison.Ordinal)
            || (!HasId && body is { Content.Length: > 0 } && body.Content.Trim() == Content.Trim());
    }
}

/// <summary>Reads a channel's messages.</summary>
internal static class SentMessages
{
    /// <summary>The bot's own messages; in a direct message channel no other bot can be.</summary>
    public static List<SentMessage> Read(ReadOnlyMemory<byte> messages)
    {
        using var json = JsonDocument.Parse(messages);
        return [.. json.RootElement.EnumerateArray().Where(IsOwn).Select(Read)];
    }

    private static bool IsOwn(JsonElement message) =>
        message.TryGetProperty("author", out var author) && author.TryGetProperty("bot", out var bot) && bot.ValueKind == JsonValueKind.True;

    private static SentMessage Read(JsonElement message)
    {
        var components = message.TryGetProperty("components", out var rows) ? rows.GetRawText() : "";
        return new SentMessage(
            ulong.Parse(message.GetProperty("id").GetString()!, NumberStyles.None, CultureInfo.InvariantCulture),
            message.TryGetProperty("nonce", out var nonce) && nonce.ValueKind == JsonValueKind.String ? nonce.GetString() : null,
            message.GetProperty("content").GetString() ?? "",
            components.Contains("custom_id", StringComparison.Ordinal),
            components);
    }
}
