using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>A question with its place in the feed: key, message, sequence number, guide.</summary>
internal sealed class ShownQuestionConverter(JsonSerializerOptions older) : ArrayConverter<ShownQuestion>(older)
{
    protected override ShownQuestion ReadItems(ref Utf8JsonReader reader) => new(
        Key(ref reader), new MessageId(Long(ref reader)), Long(ref reader), Number(ref reader));

    protected override void WriteItems(Utf8JsonWriter writer, ShownQuestion value)
    {
        writer.WriteKey(value.Key);
        writer.WriteNumberValue(value.Message.Value);
        writer.WriteNumberValue(value.Seq);
        writer.WriteNumberValue(value.Guide);
    }
}
