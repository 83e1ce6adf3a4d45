using System.Text.Json;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Repairs;

/// <summary>Reads the answers of formats 1 and 2, which stood within their repair; now they stand behind it.</summary>
internal sealed class AnswerListConverter : JsonConverter<AnswerList>
{
    public override AnswerList? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AnswerList.Of(JsonSerializer.Deserialize<Answer[]>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, AnswerList value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Formats 1 and 2 are only read.");
}
