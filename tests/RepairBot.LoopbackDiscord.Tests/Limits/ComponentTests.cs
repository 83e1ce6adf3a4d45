using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Limits;

/// <summary>Rows, buttons and menus of a message, each limit from both sides.</summary>
public sealed class ComponentTests
{
    [Fact]
    public async Task A_message_has_at_most_five_rows()
    {
        await TakenAsync([.. Enumerable.Range(0, 5).Select(row => Some.Row(Some.Button($"b{row}")))]);
        await RefusedAsync("components", "BASE_TYPE_MAX_LENGTH", [.. Enumerable.Range(0, 6).Select(row => Some.Row(Some.Button($"b{row}")))]);
    }

    [Fact]
    public async Task A_row_has_one_to_five_buttons()
    {
        await TakenAsync(Some.Row([.. Enumerable.Range(0, 5).Select(number => Some.Button($"b{number}"))]));
        await RefusedAsync("components.0.components", "BASE_TYPE_BAD_LENGTH", Some.Row([.. Enumerable.Range(0, 6).Select(number => Some.Button($"b{number}"))]));
        await RefusedAsync("components.0.components", "BASE_TYPE_BAD_LENGTH", Some.Row());
    }

    [Fact]
    public async Task A_menu_fills_its_row()
    {
        await TakenAsync(Some.Row(Some.Select()));
        await RefusedAsync("components.0.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", Some.Row(Some.Select(), Some.Button()));
    }

    [Fact]
    public async Task Buttons_stand_in_rows_and_text_inputs_in_forms()
    {
        await RefusedAsync("components.0.type", "UNION_TYPE_CHOICES", Some.Button());
        await RefusedAsync("components.0.components.0.type", "UNION_TYPE_CHOICES", Some.Row(Some.Input()));
        await RefusedAsync("components.0.type", "UNION_TYPE_CHOICES", new JsonObject { ["type"] = 10, ["content"] = "Text" });
    }

    [Fact]
    public async Task Custom_ids_are_unique_in_a_message()
    {
        await TakenAsync(Some.Row(Some.Button("a"), Some.Button("b")));
        await RefusedAsync("components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", Some.Row(Some.Button("a"), Some.Button("a")));
        await RefusedAsync("components.1.components.0.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", Some.Row(Some.Button("a")), Some.Row(Some.Select("a")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(0, false)]
    [InlineData(101, false)]
    public async Task A_custom_id_has_1_to_100_characters(int length, bool taken) =>
        await DependsAsync(taken, "components.0.components.0.custom_id", Some.Row(Some.Button(Some.Text(length))));

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public async Task A_label_has_at_most_80_characters(int length, bool taken) =>
        await DependsAsync(taken, "components.0.components.0.label", Some.Row(Some.Button(label: Some.Text(length))));

    [Fact]
    public async Task A_button_needs_a_label_or_an_emoji_and_a_custom_id()
    {
        var nameless = Some.Button();
        nameless.Remove("label");
        await RefusedAsync("components.0.components.0.label", "BUTTON_COMPONENT_INVALID_EMPTY", Some.Row(nameless));
        var leaf = Some.Button();
        leaf.Remove("label");
        leaf["emoji"] = new JsonObject { ["name"] = "🌱" };
        await TakenAsync(Some.Row(leaf));
        var mute = Some.Button();
        mute.Remove("custom_id");
        await RefusedAsync("components.0.components.0.custom_id", "BASE_TYPE_REQUIRED", Some.Row(mute));
    }

    [Fact]
    public async Task A_link_has_an_address_and_no_custom_id()
    {
        var link = new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = "Read", ["url"] = "https://example.org" };
        await TakenAsync(Some.Row(link.DeepClone()));
        link["custom_id"] = "x";
        await RefusedAsync("components.0.components.0.custom_id", "BUTTON_COMPONENT_INVALID_FIELD", Some.Row(link));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(25, true)]
    [InlineData(0, false)]
    [InlineData(26, false)]
    public async Task A_menu_has_1_to_25_options(int options, bool taken) =>
        await DependsAsync(taken, "components.0.components.0.options", Some.Row(Some.Select(options: options)));

    [Theory]
    [InlineData("label")]
    [InlineData("value")]
    [InlineData("description")]
    public async Task Texts_of_an_option_have_at_most_100_characters(string field)
    {
        var select = Some.Select();
        select["options"]![0]![field] = Some.Text(100);
        await TakenAsync(Some.Row(select.DeepClone()));
        select["options"]![0]![field] = Some.Text(101);
        await DependsAsync(false, $"components.0.components.0.options.0.{field}", Some.Row(select));
    }

    [Fact]
    public async Task Values_of_options_are_unique()
    {
        var select = Some.Select();
        select["options"]![1]!["value"] = "0";
        await RefusedAsync("components.0.components.0.options.1.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", Some.Row(select));
    }

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public async Task A_placeholder_has_at_most_150_characters(int length, bool taken)
    {
        var select = Some.Select();
        select["placeholder"] = Some.Text(length);
        await DependsAsync(taken, "components.0.components.0.placeholder", Some.Row(select));
    }

    [Theory]
    [InlineData(0, 3, null)]
    [InlineData(3, 3, null)]
    [InlineData(3, 2, "min_values")]
    [InlineData(1, 4, "max_values")]
    [InlineData(1, 26, "max_values")]
    [InlineData(0, 0, "max_values")]
    public async Task As_many_can_be_chosen_as_there_are(int min, int max, string? wrong)
    {
        var select = Some.Select(options: 3);
        (select["min_values"], select["max_values"]) = (min, max);
        await DependsAsync(wrong is null, $"components.0.components.0.{wrong}", Some.Row(select));
    }

    [Fact]
    public async Task Components_get_ids_and_defaults()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { content = "Hi", components = new[] { Some.Row(Some.Select()) } });
        var row = answer.Body!["components"]![0]!;

        Assert.Equal((1, 2), ((int)row["id"]!, (int)row["components"]![0]!["id"]!));
        Assert.Equal(1, (int)row["components"]![0]!["max_values"]!);
    }

    private static async Task TakenAsync(params JsonNode[] components) => await DependsAsync(true, "", components);

    private static async Task<RawAnswer> DependsAsync(bool taken, string path, params JsonNode[] components)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { content = "Hi", components });
        Assert.Equal(taken ? 200 : 400, answer.Status);
        if (!taken)
        {
            Assert.Equal(50035, answer.Code);
            Assert.NotEmpty(answer.ErrorsAt(path));
            Assert.Empty(world.Ann.Direct);
        }

        return answer;
    }

    private static async Task RefusedAsync(string path, string code, params JsonNode[] components) =>
        Assert.Contains(code, (await DependsAsync(false, path, components)).ErrorsAt(path));
}
