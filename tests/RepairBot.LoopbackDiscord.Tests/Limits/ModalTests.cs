using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Limits;

/// <summary>Forms, each limit from both sides.</summary>
public sealed class ModalTests
{
    [Theory]
    [InlineData("title", 45)]
    [InlineData("custom_id", 100)]
    public async Task A_form_has_a_title_and_a_custom_id_of_some_length(string field, int longest)
    {
        await AnswersAsync(With(Some.Modal(), field, Some.Text(longest)), 204);
        await AnswersAsync(With(Some.Modal(), field, Some.Text(longest + 1)), 400, $"data.{field}", "BASE_TYPE_BAD_LENGTH");
        await AnswersAsync(With(Some.Modal(), field, ""), 400, $"data.{field}", "BASE_TYPE_BAD_LENGTH");
        await AnswersAsync(With(Some.Modal(), field, null), 400, $"data.{field}", "BASE_TYPE_REQUIRED");
    }

    [Theory]
    [InlineData(1, 204)]
    [InlineData(5, 204)]
    [InlineData(6, 400)]
    public async Task A_form_has_one_to_five_inputs(int inputs, int status) =>
        await AnswersAsync(Some.Modal([.. Enumerable.Range(0, inputs).Select(number => Some.Row(Some.Input($"i{number}")))]), status, "data.components", "BASE_TYPE_BAD_LENGTH");

    [Fact]
    public async Task A_form_without_inputs_is_none() =>
        await AnswersAsync(With(Some.Modal(), "components", new JsonArray()), 400, "data.components", "BASE_TYPE_BAD_LENGTH");

    [Fact]
    public async Task A_row_of_a_form_holds_one_text_input()
    {
        await AnswersAsync(Some.Modal(Some.Row(Some.Input("a"), Some.Input("b"))), 400, "data.components.0.components", "BASE_TYPE_BAD_LENGTH");
        await AnswersAsync(Some.Modal(Some.Row(Some.Button())), 400, "data.components.0.components.0.type", "UNION_TYPE_CHOICES");
        await AnswersAsync(Some.Modal(Some.Row(Some.Select())), 400, "data.components.0.components.0.type", "UNION_TYPE_CHOICES");
    }

    [Fact]
    public async Task Custom_ids_are_unique_in_a_form() =>
        await AnswersAsync(Some.Modal(Some.Row(Some.Input("a")), Some.Row(Some.Input("a"))), 400, "data.components.1.components.0.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED");

    [Theory]
    [InlineData("label", 45, "BASE_TYPE_BAD_LENGTH")]
    [InlineData("placeholder", 100, "BASE_TYPE_MAX_LENGTH")]
    [InlineData("value", 4000, "BASE_TYPE_MAX_LENGTH")]
    public async Task Texts_of_an_input_have_their_lengths(string field, int longest, string code)
    {
        await AnswersAsync(WithInput(field, Some.Text(longest)), 204);
        await AnswersAsync(WithInput(field, Some.Text(longest + 1)), 400, $"data.components.0.components.0.{field}", code);
    }

    [Theory]
    [InlineData("min_length", 4000, 4001, "NUMBER_TYPE_MAX")]
    [InlineData("max_length", 4000, 4001, "NUMBER_TYPE_MAX")]
    [InlineData("max_length", 1, 0, "NUMBER_TYPE_MIN")]
    [InlineData("style", 2, 3, "NUMBER_TYPE_MAX")]
    public async Task Numbers_of_an_input_have_their_range(string field, int good, int bad, string code)
    {
        await AnswersAsync(WithInput(field, good), 204);
        await AnswersAsync(WithInput(field, bad), 400, $"data.components.0.components.0.{field}", code);
    }

    [Fact]
    public async Task A_prefilled_value_keeps_the_inputs_own_length()
    {
        var modal = WithInput("value", "abcdef");
        modal["components"]![0]!["components"]![0]!["max_length"] = 5;
        await AnswersAsync(modal, 400, "data.components.0.components.0.value", "BASE_TYPE_BAD_LENGTH");
    }

    [Fact]
    public async Task A_label_holds_one_input_of_any_kind()
    {
        JsonObject[] inputs =
        [
            With(Some.Input(), "label", null), Some.Select(),
            new() { ["type"] = 21, ["custom_id"] = "radio", ["options"] = Options(2) },
            new() { ["type"] = 22, ["custom_id"] = "boxes", ["options"] = Options(1) },
            new() { ["type"] = 23, ["custom_id"] = "box" },
        ];
        await AnswersAsync(Some.Modal([.. inputs.Select(Label)]), 204);
        await AnswersAsync(Some.Modal(Label(Some.Button())), 400, "data.components.0.component.type", "UNION_TYPE_CHOICES");
        await AnswersAsync(Some.Modal(Label(new() { ["type"] = 21, ["custom_id"] = "radio", ["options"] = Options(1) })), 400, "data.components.0.component.options", "BASE_TYPE_BAD_LENGTH");
        await AnswersAsync(Some.Modal(Label(With(Some.Select(), "disabled", true))), 400, "data.components.0.component.disabled", "SELECT_COMPONENT_DISABLED_IN_MODAL");
    }

    private static JsonObject Label(JsonObject input) => new() { ["type"] = 18, ["label"] = "Label", ["component"] = input };

    private static JsonArray Options(int count) => new([.. Enumerable.Range(0, count).Select(number => new JsonObject { ["label"] = $"{number}", ["value"] = $"{number}" })]);

    private static JsonObject With(JsonObject json, string field, JsonNode? value)
    {
        json.Remove(field);
        if (value is not null)
        {
            json[field] = value;
        }

        return json;
    }

    private static JsonObject WithInput(string field, JsonNode value) => Some.Modal(Some.Row(With(Some.Input(), field, value)));

    private static async Task AnswersAsync(JsonObject modal, int status, string path = "", string code = "")
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        var answer = await world.Bot.RespondAsync(command, 9, modal);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 204, command.Modal is not null);
        if (status != 204)
        {
            Assert.Contains(code, answer.ErrorsAt(path));
        }
    }
}
