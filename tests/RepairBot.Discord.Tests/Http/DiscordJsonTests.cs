using System.Text.Json;
using System.Text.Json.Nodes;
using Discord;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Tests.Http;

/// <summary>What Discord.Net's builders made arrives whole, and nobody is ever pinged.</summary>
public sealed class DiscordJsonTests
{
    [Fact]
    public async Task A_message_carries_its_cards_rows_and_nonce()
    {
        var body = new MessageBody
        {
            Content = "How was it?",
            Embeds = [new EmbedBuilder { Title = "Promise", Color = Color.Blue, ImageUrl = "attachment://pace.gif" }.AddField("When", "Tuesday").Build()],
            Components = new ComponentBuilder()
                .WithButton("Kept", "p1", ButtonStyle.Success, disabled: true)
                .WithSelectMenu("m1", [new SelectMenuOptionBuilder("More time", "later", "Ask again tomorrow")], "More", 1, 1)
                .Build(),
            Flags = MessageFlags.Ephemeral,
        };

        var json = await ReadAsync(Payload.Create(body, "0123456789abcdef"));

        Assert.Equal("How was it?", (string?)json["content"]);
        Assert.Equal(64, (int?)json["flags"]);
        Assert.Equal(("0123456789abcdef", true), ((string?)json["nonce"], (bool?)json["enforce_nonce"]));
        Assert.Empty(json["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Equal(("Promise", "attachment://pace.gif", "Tuesday"), (
            (string?)json["embeds"]![0]!["title"], (string?)json["embeds"]![0]!["image"]!["url"], (string?)json["embeds"]![0]!["fields"]![0]!["value"]));
        var menu = json["components"]!.AsArray().Single(row => (int?)row!["components"]![0]!["type"] == 3)!["components"]![0]!;
        Assert.Equal(("m1", "More", "later"), ((string?)menu["custom_id"], (string?)menu["placeholder"], (string?)menu["options"]![0]!["value"]));
        var button = json["components"]!.AsArray().Single(row => (int?)row!["components"]![0]!["type"] == 2)!["components"]![0]!;
        Assert.Equal(("p1", "Kept", 3, true), ((string?)button["custom_id"], (string?)button["label"], (int?)button["style"], (bool?)button["disabled"]));
    }

    [Fact]
    public async Task An_edit_clears_what_is_no_longer_there_and_claims_no_secrecy()
    {
        var json = await ReadAsync(Payload.Edit(new MessageBody { Flags = MessageFlags.Ephemeral }, keepsFile: false));

        Assert.Equal("", (string?)json["content"]);
        Assert.All(["embeds", "components", "attachments"], name => Assert.Empty(json[name]!.AsArray()));
        Assert.Null(json["flags"]);
    }

    [Fact]
    public async Task A_file_travels_beside_its_message_and_stays_when_the_message_changes()
    {
        var body = new MessageBody { Content = "Breathe", File = new FileBody("pace.gif", "image/gif", new byte[] { 1, 2, 3 }, "A circle that grows and shrinks") };
        using var content = Payload.Create(body, nonce: null);

        var parts = Assert.IsType<MultipartFormDataContent>(content).ToList();
        Assert.Equal([1, 2, 3], await parts[1].ReadAsByteArrayAsync());
        Assert.Equal("A circle that grows and shrinks", (string?)JsonNode.Parse(await parts[0].ReadAsStringAsync())!["attachments"]![0]!["description"]);
        Assert.Null((await ReadAsync(Payload.Edit(body, keepsFile: true)))["attachments"]);
    }

    private static async Task<JsonNode> ReadAsync(HttpContent content)
    {
        using (content)
        {
            Assert.Equal("application/json", content.Headers.ContentType!.MediaType);
            return (await JsonSerializer.DeserializeAsync<JsonNode>(await content.ReadAsStreamAsync()))!;
        }
    }
}
