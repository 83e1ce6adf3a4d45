using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Messages;

/// <summary>What a message may hold: lengths, embeds, emptiness, mentions.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData(2000, 200)]
    [InlineData(2001, 400)]
    public async Task Content_has_at_most_two_thousand_characters(int length, int status) =>
        await AnswersAsync(new { content = Some.Text(length) }, status, "content", "BASE_TYPE_MAX_LENGTH");

    [Fact]
    public async Task Characters_are_code_points() =>
        await AnswersAsync(new { content = string.Concat(Enumerable.Repeat("🌱", 2000)) }, 200);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "content": "" }""")]
    [InlineData("""{ "content": "  \n " }""")]
    [InlineData("""{ "content": null, "embeds": [], "components": [] }""")]
    public async Task An_empty_message_is_refused(string message)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", message);

        Assert.Equal((400, 50006), (answer.Status, answer.Code));
        Assert.Empty(world.Ann.Direct);
    }

    [Fact]
    public async Task An_edit_may_not_empty_a_message_and_leaves_it_as_it_was()
    {
        await using var world = await World.StartAsync();
        var shown = await world.ShowButtonAsync();
        var answer = await world.Bot.PatchAsync($"channels/{shown.ChannelId}/messages/{shown.Id}", new { content = "", components = Array.Empty<object>() });

        Assert.Equal(50006, answer.Code);
        Assert.Equal("Press", world.Ann.Current(shown).Content);
        Assert.Single(world.Ann.Current(shown).Buttons);
    }

    [Fact]
    public async Task An_edit_changes_what_it_names_and_keeps_the_rest()
    {
        await using var world = await World.StartAsync();
        var shown = await world.ShowButtonAsync();
        await world.Bot.PatchAsync($"channels/{shown.ChannelId}/messages/{shown.Id}", new { components = Array.Empty<object>() });

        Assert.Equal("Press", world.Ann.Current(shown).Content);
        Assert.Empty(world.Ann.Current(shown).Buttons);
        Assert.NotNull(world.Ann.Current(shown).EditedAt);
    }

    [Theory]
    [InlineData("title", 256)]
    [InlineData("description", 4096)]
    public async Task Texts_of_an_embed_have_their_lengths(string field, int longest)
    {
        await AnswersAsync(new { embeds = new[] { new JsonObject { [field] = Some.Text(longest) } } }, 200);
        await AnswersAsync(new { embeds = new[] { new JsonObject { [field] = Some.Text(longest + 1) } } }, 400, $"embeds.0.{field}", "BASE_TYPE_MAX_LENGTH");
    }

    [Theory]
    [InlineData("name", 256, 1024)]
    [InlineData("value", 256, 1024)]
    public async Task A_field_of_an_embed_has_its_lengths(string broken, int name, int value)
    {
        await AnswersAsync(new { embeds = new[] { Fields(1, name, value) } }, 200);
        var longer = Fields(1, broken == "name" ? name + 1 : name, broken == "value" ? value + 1 : value);
        await AnswersAsync(new { embeds = new[] { longer } }, 400, $"embeds.0.fields.0.{broken}", "BASE_TYPE_BAD_LENGTH");
        var empty = Fields(1, broken == "name" ? 0 : 1, broken == "value" ? 0 : 1);
        await AnswersAsync(new { embeds = new[] { empty } }, 400, $"embeds.0.fields.0.{broken}", "BASE_TYPE_BAD_LENGTH");
    }

    [Fact]
    public async Task An_embed_has_at_most_twenty_five_fields_and_a_message_ten_embeds()
    {
        await AnswersAsync(new { embeds = new[] { Fields(25, 5, 5) } }, 200);
        await AnswersAsync(new { embeds = new[] { Fields(26, 5, 5) } }, 400, "embeds.0.fields", "BASE_TYPE_MAX_LENGTH");
        await AnswersAsync(new { embeds = Enumerable.Repeat(new { title = "t" }, 10) }, 200);
        await AnswersAsync(new { embeds = Enumerable.Repeat(new { title = "t" }, 11) }, 400, "embeds", "BASE_TYPE_MAX_LENGTH");
    }

    [Theory]
    [InlineData(2000, 200)]
    [InlineData(2001, 400)]
    public async Task All_embeds_together_have_at_most_six_thousand_characters(int last, int status) =>
        await AnswersAsync(
            new { embeds = new[] { new { description = Some.Text(4000) }, new { description = Some.Text(last) } } }, status, "embeds", "MAX_EMBED_SIZE_EXCEEDED");

    [Theory]
    [InlineData("https://example.org/a.png", 200)]
    [InlineData("attachment://a.png", 200)]
    [InlineData("file:///etc/passwd", 400)]
    public async Task A_picture_of_an_embed_is_on_the_web_or_attached(string url, int status) =>
        await AnswersAsync(new { embeds = new[] { new { title = "t", image = new { url } } } }, status, "embeds.0.image.url", "URL_TYPE_INVALID_SCHEME");

    [Fact]
    public async Task A_message_pings_everybody_it_names_unless_it_says_otherwise()
    {
        await using var world = await World.StartAsync();
        var channel = $"channels/{world.Server.Guild.ChannelId}/messages";
        var content = $"<@{world.Ann.Id}> @everyone";
        await world.Bot.PostAsync(channel, new { content });
        await world.Bot.PostAsync(channel, new { content, allowed_mentions = new { parse = Array.Empty<string>() } });
        await world.Bot.PostAsync(channel, new { content, allowed_mentions = new { parse = new[] { "users" } } });
        var shown = world.Server.Guild.Public;

        Assert.Equal([(1, true), (0, false), (1, false)], shown.Select(message => (message.Pinged.Count, message.PingsEveryone)));
    }

    [Fact]
    public async Task A_response_to_an_interaction_pings_people_only()
    {
        await using var world = await World.StartAsync();
        var command = await world.RunAsync();
        await world.Bot.RespondAsync(command, 4, new { content = $"<@{world.Ann.Id}> @everyone" });

        Assert.Equal([world.Ann.Id], command.Message!.Pinged);
        Assert.False(command.Message.PingsEveryone);
    }

    [Fact]
    public async Task Mentions_are_allowed_by_kind_or_by_name_not_both()
    {
        await AnswersAsync(new { content = "Hi", allowed_mentions = new { users = new[] { "1" } } }, 200);
        await AnswersAsync(new { content = "Hi", allowed_mentions = new { parse = new[] { "users" }, users = new[] { "1" } } }, 400, "allowed_mentions.parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
        await AnswersAsync(new { content = "Hi", allowed_mentions = new { parse = new[] { "cats" } } }, 400, "allowed_mentions.parse", "BASE_TYPE_CHOICES");
        await AnswersAsync(new { content = "Hi", allowed_mentions = new { users = Enumerable.Range(1, 101).Select(id => $"{id}") } }, 400, "allowed_mentions.users", "BASE_TYPE_MAX_LENGTH");
    }

    [Fact]
    public async Task Ephemeral_means_nothing_on_a_message_of_the_bots_own()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PostAsync($"channels/{world.Server.Guild.ChannelId}/messages", new { content = "Hi", flags = 64 });

        Assert.Equal("Hi", world.Server.Guild.Public.Single().Content);
    }

    private static JsonObject Fields(int count, int name, int value) => new()
    {
        ["fields"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonObject { ["name"] = Some.Text(name), ["value"] = Some.Text(value) })]),
    };

    private static async Task AnswersAsync(object message, int status, string path = "", string code = "")
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.PostAsync($"channels/{await world.DirectAsync()}/messages", message);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? 1 : 0, world.Ann.Direct.Count);
        if (status != 200)
        {
            Assert.Contains(code, answer.ErrorsAt(path));
        }
    }
}
