using System.Collections.Immutable;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using RepairBot.Core.Chat;

namespace RepairBot.LocalChat.Api;

/// <summary>Reads what was sent and refuses what can't be meant. No refusal repeats what was sent.</summary>
internal static class Body
{
    /// <summary>Most bytes of one call.</summary>
    public const int Largest = 64 * 1024;

    private const int MostEntries = 25;

    /// <summary>Reads a JSON body.</summary>
    /// <param name="request">The call.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="shape">The same in words.</param>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, string shape)
        where T : class
    {
        if (!IsPlainJson(request))
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, "Send JSON: Content-Type: application/json, in UTF-8.");
        }

        var bytes = await BytesAsync(request);
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw Malformed($"The body is not what this call takes: {shape}.");
        }
    }

    /// <summary>The event's key as it was sent, or a fresh one.</summary>
    public static string Key(string? key)
    {
        if (key is null)
        {
            return Guid.NewGuid().ToString("N");
        }

        return key.Length is >= 1 and <= ChatEvent.LongestKey && !key.Any(char.IsControl)
            ? key
            : throw Malformed($"A key has 1 to {ChatEvent.LongestKey} characters.");
    }

    /// <summary>A text of at most 4,000 UTF-16 units.</summary>
    public static string Text(string? text)
    {
        if (text is null || text.Contains('\0'))
        {
            throw Malformed("A text can't be null and can't hold the character NUL.");
        }

        return text.Length <= FormField.LongestText
            ? text
            : throw new RefusedException(
                StatusCodes.Status413PayloadTooLarge, $"A text has at most {FormField.LongestText} characters. Nothing was changed; shorten it and send it again.");
    }

    /// <summary>Chosen values.</summary>
    public static ImmutableArray<string> Values(List<string?>? values) =>
        values is { Count: > MostEntries } ? throw TooMany() : [.. (values ?? []).Select(Text)];

    /// <summary>Texts by name.</summary>
    public static ImmutableDictionary<string, PrivateText> Texts(Dictionary<string, string?>? texts)
    {
        if (texts is { Count: > MostEntries })
        {
            throw TooMany();
        }

        return (texts ?? []).ToImmutableDictionary(pair => Text(pair.Key), pair => new PrivateText(Text(pair.Value)), StringComparer.Ordinal);
    }

    public static RefusedException Malformed(string detail) => new(StatusCodes.Status400BadRequest, detail);

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request)
    {
        var room = new byte[(int)Math.Min(request.ContentLength ?? Largest, Largest) + 1];
        var length = await request.Body.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length <= Largest && (request.ContentLength ?? 0) <= Largest
            ? room.AsMemory(0, length)
            : throw new RefusedException(StatusCodes.Status413PayloadTooLarge, Problems.TooLarge);
    }

    private static RefusedException TooMany() => Malformed($"A call has at most {MostEntries} values, fields or options.");

    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
