using System.Text.Json.Serialization;

namespace RepairBot.Core.Storage;

/// <summary>What the marker file says.</summary>
internal sealed record StoreMarker(string Store, int Format);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoreMarker))]
internal sealed partial class StoreMarkerJson : JsonSerializerContext;
