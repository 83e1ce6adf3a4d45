using System.Text.Json;
using RepairBot.Core.Chat;
using static RepairBot.Core.Repairs.ArrayItems;

namespace RepairBot.Core.Repairs;

/// <summary>A profile: name, bond; then what few have: needs, what makes trust harder, usual response, calming, ways to approach.</summary>
internal sealed class ProfileConverter(JsonSerializerOptions older, AnswerConverter answers) : ArrayConverter<Profile>(older)
{
    protected override Profile ReadItems(ref Utf8JsonReader reader) => new()
    {
        Who = Words(ref reader),
        Bond = answers.ReadInnerOrNone(ref reader),
        Needs = answers.ReadInnerOrNone(ref reader),
        Harder = Words(ref reader),
        Usual = Words(ref reader),
        Regulate = Words(ref reader),
        Ways = Words(ref reader),
    };

    protected override void WriteItems(Utf8JsonWriter writer, Profile value)
    {
        writer.WriteStringValue(value.Who.Reveal());
        answers.WriteArrayOrNone(writer, value.Bond);
        if (value is { Needs: null, Harder.Length: 0, Usual.Length: 0, Regulate.Length: 0, Ways.Length: 0 })
        {
            return;
        }

        answers.WriteArrayOrNone(writer, value.Needs);
        writer.WriteStringValue(value.Harder.Reveal());
        writer.WriteStringValue(value.Usual.Reveal());
        writer.WriteStringValue(value.Regulate.Reveal());
        writer.WriteStringValue(value.Ways.Reveal());
    }

    private static PrivateText Words(ref Utf8JsonReader reader) => new(TextOrNone(ref reader) ?? "");
}
