using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Discord.Delivery;

/// <summary>Whether direct messages reach a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DmState>))]
internal enum DmState
{
    /// <summary>Nobody has tried since the person last did something.</summary>
    Unknown,

    /// <summary>The last one arrived.</summary>
    Open,

    /// <summary>Discord refused the last one: they are closed, the bot is blocked, or there is no server in common.</summary>
    Closed,
}

/// <summary>What is kept about reaching a person on Discord, sealed under their key.</summary>
internal sealed record DiscordAddress
{
    /// <summary>The direct message channel; null until it was opened once.</summary>
    public ulong? Channel { get; init; }

    /// <summary>Whether messages reach them.</summary>
    public DmState State { get; init; }

    /// <summary>The person was told that messages don't reach them, and how to change that, since they last did.</summary>
    public bool IsTold { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote; nothing known for empty bytes.</summary>
    public static DiscordAddress Read(ReadOnlyMemory<byte> notes) =>
        notes.IsEmpty ? new DiscordAddress() : JsonSerializer.Deserialize(notes.Span, KeptJson.Default.DiscordAddress)!;

    /// <summary>As it is kept.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, KeptJson.Default.DiscordAddress);
}

/// <summary>Discord's reference to a message that was shown, kept sealed beside it.</summary>
/// <param name="Channel">The channel; 0 for one that was shown to the person alone and can't be reached again.</param>
/// <param name="Message">The message; 0 likewise.</param>
/// <param name="File">The name of the file that came with it; null when none did.</param>
internal sealed record DiscordReference(ulong Channel, ulong Message, string? File = null)
{
    /// <summary>Shown once, and out of reach from then on.</summary>
    public static DiscordReference OutOfReach { get; } = new(0, 0);

    /// <summary>Whether it can be edited or deleted.</summary>
    [JsonIgnore]
    public bool IsInReach => Message != 0;

    /// <summary>Reads what <see cref="Write"/> wrote; null for empty bytes.</summary>
    public static DiscordReference? Read(ReadOnlyMemory<byte> kept) =>
        kept.IsEmpty ? null : JsonSerializer.Deserialize(kept.Span, KeptJson.Default.DiscordReference);

    /// <summary>As it is kept.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, KeptJson.Default.DiscordReference);
}

/// <summary>What is absent is left out, and reads as its default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscordAddress))]
[JsonSerializable(typeof(DiscordReference))]
internal sealed partial class KeptJson : JsonSerializerContext;
