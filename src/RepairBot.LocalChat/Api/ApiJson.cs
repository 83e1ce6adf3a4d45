using System.Text.Json.Serialization;

namespace RepairBot.LocalChat.Api;

/// <summary>
/// How the API reads and writes JSON. Members nobody knows are ignored, so that a newer page works with an older program; a member that
/// stands twice, a wrong type and nesting deeper than any call needs are refused.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    MaxDepth = 8)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(ActionRequest))]
[JsonSerializable(typeof(TextRequest))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJson : JsonSerializerContext;
