using System.Text;
using System.Text.Json.Nodes;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Testing;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What format 1 wrote is read for ever, and is what is written today, byte for byte.</summary>
public sealed class StateGoldenTests
{
    [Fact]
    public void A_persons_head_reads_and_writes_as_format_1() => Holds<Person>("person-1.json");

    [Fact]
    public void A_repair_reads_and_writes_as_format_1() => Holds<Repair>("repair-1.json");

    [Fact]
    public void A_message_reads_and_writes_as_format_1() => Holds<Message>("message-1.json");

    [Fact]
    public void A_reminder_reads_and_writes_as_format_1() => Holds<Reminder>("reminder-1.json");

    [Fact]
    public void What_a_later_version_added_is_passed_over()
    {
        var later = JsonNode.Parse(Golden("repair-1.json"))!.AsObject();
        later["somethingNew"] = new JsonObject { ["deep"] = 1 };

        var read = StateJson.Read<Repair>(Encoding.UTF8.GetBytes(later.ToJsonString()));

        Assert.Equal(StateJson.Read<Repair>(Golden("repair-1.json")).Answers.Length, read.Answers.Length);
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

    private static void Holds<T>(string file)
    {
        var golden = Golden(file);

        Assert.Equal(Encoding.UTF8.GetString(golden), Encoding.UTF8.GetString(StateJson.Write(StateJson.Read<T>(golden)).Span));
    }

    private static byte[] Golden(string file) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "RepairBot.Core.Tests", "Golden", file));
}
