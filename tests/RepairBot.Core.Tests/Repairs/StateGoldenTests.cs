using System.Text;
using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Testing;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What any format wrote is read for ever; what the current one wrote is what is written today, byte for byte.</summary>
public sealed class StateGoldenTests
{
    [Fact]
    public void A_persons_head_reads_and_writes_as_format_3() => Holds<Person>("person-3.json");

    [Fact]
    public void A_repair_reads_and_writes_as_format_3() => Holds<Repair>("repair-3.jsonl");

    [Fact]
    public void A_message_reads_and_writes_as_format_3() => Holds<Message>("message-3.json");

    [Fact]
    public void A_reminder_reads_and_writes_as_format_3() => Holds<Reminder>("reminder-3.json");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_persons_head_of_an_earlier_format_is_read_whole(int format) => Becomes<Person>($"person-{format}.json", "person-3.json");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_repair_of_an_earlier_format_is_read_whole(int format) => Becomes<Repair>($"repair-{format}.json", "repair-3.jsonl");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_message_of_an_earlier_format_is_read_whole(int format) => Becomes<Message>($"message-{format}.json", "message-3.json");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_reminder_of_an_earlier_format_is_read_whole(int format) => Becomes<Reminder>($"reminder-{format}.json", "reminder-3.json");

    [Fact]
    public void A_record_of_a_later_format_is_not_guessed_at()
    {
        Assert.Throws<JsonException>(() => StateJson.Read<Person>("""{"format":4}"""u8));
        Assert.Throws<JsonException>(() => StateJson.Read<Person>(Later("person-3.json")));
        Assert.Throws<JsonException>(() => StateJson.Read<Repair>(Later("repair-3.jsonl")));
        Assert.Throws<JsonException>(() => StateJson.Read<Message>(Later("message-3.json")));
        Assert.Throws<JsonException>(() => StateJson.Read<Reminder>(Later("reminder-3.json")));

        static byte[] Later(string file) => [.. "[4"u8, .. Golden(file).AsSpan(2)];
    }

    [Theory]
    [InlineData("person-3.json")]
    [InlineData("message-3.json")]
    [InlineData("reminder-3.json")]
    public void What_a_later_version_added_to_the_end_is_passed_over(string file)
    {
        byte[] later = [.. Golden(file).AsSpan()[..^1], .. """,{"new":[1]},7]"""u8];

        Assert.Equal(Text(file), file[0] switch
        {
            'p' => Again<Person>(later),
            'm' => Again<Message>(later),
            _ => Again<Reminder>(later),
        });
    }

    [Fact]
    public void What_a_later_version_added_to_the_end_of_a_repair_is_passed_over()
    {
        var later = Text("repair-3.jsonl").Replace("]\n[\"welcome\"", ",{\"new\":[1]},7]\n[\"welcome\"", StringComparison.Ordinal);

        Assert.NotEqual(Text("repair-3.jsonl"), later);
        Assert.Equal(Text("repair-3.jsonl"), Again<Repair>(Encoding.UTF8.GetBytes(later)));
    }

    [Fact]
    public void What_is_written_as_a_number_keeps_its_number()
    {
        Assert.Equal(["Open", "Kept", "Private", "Finished"], Enum.GetNames<RepairState>());
        Assert.Equal(["Repair", "Steady", "Reflection"], Enum.GetNames<ConversationForm>());
        Assert.Equal(["None", "Aside", "Steady", "Edit", "Stop", "Hold", "CheckIn"], Enum.GetNames<Detour>());
        Assert.Equal(["PauseOver", "Later", "CheckIn", "Expiry", "Retention"], Enum.GetNames<ReminderKind>());
        Assert.Equal(["Question", "Note", "CheckIn", "HelpLines"], Enum.GetNames<MessageKind>());
        Assert.Equal(["Bot", "Person"], Enum.GetNames<Sender>());
        Assert.Equal(["Dm", "OnlyYou"], Enum.GetNames<Place>());
        Assert.Equal(["Forward", "Other", "Move", "Safety"], Enum.GetNames<ActionRole>());
        Assert.Equal(["Button", "Select", "Form"], Enum.GetNames<ActionKind>());
        Assert.Equal(["Primary", "Secondary", "Success", "Danger"], Enum.GetNames<ActionStyle>());
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
        where T : notnull =>
        Becomes<T>(file, file);

    private static void Becomes<T>(string written, string today)
        where T : notnull =>
        Assert.Equal(Text(today), Again<T>(Golden(written)));

    private static string Again<T>(ReadOnlySpan<byte> written)
        where T : notnull =>
        Encoding.UTF8.GetString(StateJson.Write(StateJson.Read<T>(written)).Span);

    private static string Text(string file) => Encoding.UTF8.GetString(Golden(file));

    private static byte[] Golden(string file) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "RepairBot.Core.Tests", "Golden", file));
}
