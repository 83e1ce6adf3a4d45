using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Limits;

/// <summary>Components V2: a flag that shuts out content and embeds and never goes away.</summary>
public sealed class ComponentsV2Tests
{
    private const int Flag = 1 << 15;

    [Fact]
    public async Task Texts_sections_galleries_and_containers_are_taken_with_the_flag_only()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";
        var section = new JsonObject { ["type"] = 9, ["components"] = new JsonArray(Text("Left")), ["accessory"] = Some.Button() };
        var gallery = new JsonObject { ["type"] = 12, ["items"] = new JsonArray(new JsonObject { ["media"] = new JsonObject { ["url"] = "https://example.org/a.png" } }) };
        var container = new JsonObject { ["type"] = 17, ["components"] = new JsonArray(Text("Inside"), new JsonObject { ["type"] = 14 }, Some.Row(Some.Button("in"))) };
        JsonNode[] components = [Text("Top"), section, gallery, container];

        Assert.Equal(400, (await world.Bot.PostAsync(path, new { components })).Status);
        Assert.Equal(200, (await world.Bot.PostAsync(path, new { flags = Flag, components })).Status);
        Assert.Equal(["Top", "Left", "Inside"], world.Ann.Direct.Single().Texts);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("embeds")]
    public async Task Content_and_embeds_are_shut_out(string field)
    {
        await using var world = await World.StartAsync();
        var message = new JsonObject { ["flags"] = Flag, ["components"] = new JsonArray(Text("Top")) };
        message[field] = field == "content" ? "Hi" : new JsonArray(new JsonObject { ["title"] = "t" });

        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", message);
        Assert.Equal(["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"], answer.ErrorsAt(field));
    }

    [Fact]
    public async Task The_flag_is_there_for_good()
    {
        await using var world = await World.StartAsync();
        var sent = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { flags = Flag, components = new[] { Text("Top") } });
        var path = $"channels/{sent.Text("channel_id")}/messages/{sent.Text("id")}";

        Assert.Equal(400, (await world.Bot.PatchAsync(path, new { flags = 0, content = "Hi" })).Status);
        Assert.Equal(200, (await world.Bot.PatchAsync(path, new { flags = 0, components = new[] { Text("Changed") } })).Status);
        Assert.Equal(Flag, (int)world.Ann.Direct.Single().Json["flags"]!);
    }

    [Fact]
    public async Task A_message_with_content_takes_the_flag_only_when_the_content_goes()
    {
        await using var world = await World.StartAsync();
        var shown = await world.ShowButtonAsync();
        var path = $"channels/{shown.ChannelId}/messages/{shown.Id}";

        Assert.Equal(["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"], (await world.Bot.PatchAsync(path, new { flags = Flag, components = new[] { Text("Top") } })).ErrorsAt("content"));
        Assert.Equal(200, (await world.Bot.PatchAsync(path, new { flags = Flag, content = (string?)null, components = new[] { Text("Top") } })).Status);
    }

    [Theory]
    [InlineData(39, 200)]
    [InlineData(40, 400)]
    public async Task There_are_at_most_forty_components_nested_ones_counted(int texts, int status)
    {
        await using var world = await World.StartAsync();
        var container = new JsonObject { ["type"] = 17, ["components"] = new JsonArray([.. Enumerable.Range(0, texts).Select(number => Text($"{number}"))]) };

        Assert.Equal(status, (await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", new { flags = Flag, components = new[] { container } })).Status);
    }

    private static JsonObject Text(string content) => new() { ["type"] = 10, ["content"] = content };
}
