using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Testing;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What any format wrote is read for ever; what the current one wrote is what is written today, byte for byte.</summary>
public sealed class StateGoldenTests
{
    [Fact]
    public void A_persons_head_reads_and_writes_as_format_2() => Holds<Person>("person-2.json");

    [Fact]
    public void A_repair_reads_and_writes_as_format_2() => Holds<Repair>("repair-2.json");

    [Fact]
    public void A_message_reads_and_writes_as_format_2() => Holds<Message>("message-2.json");

    [Fact]
    public void A_reminder_reads_and_writes_as_format_2() => Holds<Reminder>("reminder-2.json");

    [Fact]
    public void A_persons_head_of_format_1_is_read_whole() => Becomes<Person>("person-1.json", "person-2.json");

    [Fact]
    public void A_repair_of_format_1_is_read_whole() => Becomes<Repair>("repair-1.json", "repair-2.json");

    [Fact]
    public void A_message_of_format_1_is_read_whole() => Becomes<Message>("message-1.json", "message-2.json");

    [Fact]
    public void A_reminder_of_format_1_is_read_whole() => Becomes<Reminder>("reminder-1.json", "reminder-2.json");

    [Fact]
    public void A_record_of_a_later_format_is_not_guessed_at() =>
        Assert.Throws<JsonException>(() => StateJson.Read<Person>("""{"format":3}"""u8.ToArray()));

    [Fact]
    public void What_a_later_version_added_is_passed_over()
    {
        var later = JsonNode.Parse(Golden("repair-2.json"))!.AsObject();
        later["somethingNew"] = new JsonObject { ["deep"] = 1 };

        var read = StateJson.Read<Repair>(Encoding.UTF8.GetBytes(later.ToJsonString()));

        Assert.Equal(StateJson.Read<Repair>(Golden("repair-2.json")).Answers.Length, read.Answers.Length);
    }

    [Fact]
    public void What_an_earlier_version_did_not_have_is_read_as_its_default()
    {
        var head = StateJson.Read<Person>("{}"u8.ToArray());
        var repair = StateJson.Read<Repair>(
            """{"id":1,"startedAt":"2026-03-02T09:00:00+00:00","lastAt":"2026-03-02T09:00:00+00:00","now":"impact"}"""u8.ToArray());

        Assert.True(head.Settings.Reminders);
        Assert.Equal(new TimeOnly(21, 0), head.Settings.QuietFrom);
        Assert.Empty(head.Repairs);
        Assert.Empty(repair.Answers);
        Assert.Empty(repair.Waiting);
    }

    private static void Holds<T>(string file) => Becomes<T>(file, file);

    private static void Becomes<T>(string written, string today) =>
        Assert.Equal(Encoding.UTF8.GetString(Golden(today)), Encoding.UTF8.GetString(StateJson.Write(StateJson.Read<T>(Golden(written))).Span));

    private static byte[] Golden(string file) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "RepairBot.Core.Tests", "Golden", file));
}
