using RepairBot.LoopbackDiscord.Tests.Harness;

namespace RepairBot.LoopbackDiscord.Tests.Messages;

public sealed class AttachmentTests
{
    private static readonly byte[] Picture = [1, 2, 3];

    [Fact]
    public async Task A_file_comes_with_its_description_and_can_be_fetched()
    {
        await using var world = await World.StartAsync();
        var payload = new
        {
            content = "Look",
            embeds = new[] { new { title = "t", image = new { url = "attachment://breath.png" } } },
            attachments = new[] { new { id = "0", filename = "breath.png", description = "A slow wave" } },
        };
        var answer = await world.Bot.UploadAsync(HttpMethod.Post, $"channels/{await world.DirectAsync()}/messages", payload, ("x.png", Picture));
        var url = answer.Body!["attachments"]![0]!["url"]!.ToString();
        using var web = new HttpClient();

        Assert.Equal(("breath.png", "A slow wave"), (world.Ann.Direct[0].Files[0].Name, world.Ann.Direct[0].Files[0].Description));
        Assert.Equal(url, world.Ann.Direct[0].Embeds[0].Image);
        Assert.Equal(Picture, await web.GetByteArrayAsync(new Uri(url)));
    }

    [Fact]
    public async Task An_edit_keeps_the_files_it_names_or_all_when_it_names_none()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.UploadAsync(HttpMethod.Post, $"channels/{await world.DirectAsync()}/messages", new { content = "Look" }, ("a.png", Picture), ("b.png", Picture));
        var message = $"channels/{answer.Text("channel_id")}/messages/{answer.Text("id")}";
        await world.Bot.PatchAsync(message, new { content = "Again" });
        Assert.Equal(2, world.Ann.Direct[0].Files.Count);
        await world.Bot.PatchAsync(message, new { attachments = new[] { new { id = answer.Body!["attachments"]![1]!["id"]!.ToString() } } });

        Assert.Equal(["b.png"], world.Ann.Direct[0].Files.Select(file => file.Name));
    }

    [Fact]
    public async Task A_message_has_at_most_ten_files()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{await world.DirectAsync()}/messages";

        Assert.Equal(200, (await world.Bot.UploadAsync(HttpMethod.Post, path, new { content = "Look" }, [.. Enumerable.Repeat(("a.png", Picture), 10)])).Status);
        Assert.Equal(30015, (await world.Bot.UploadAsync(HttpMethod.Post, path, new { content = "Look" }, [.. Enumerable.Repeat(("a.png", Picture), 11)])).Code);
    }

    [Fact]
    public async Task A_file_or_a_request_that_is_too_large_is_refused()
    {
        var limits = new LoopbackLimits { FileBytes = 1000, RequestBytes = 4000 };
        await using var world = await World.StartAsync(new LoopbackOptions { Limits = limits });
        var path = $"channels/{await world.DirectAsync()}/messages";

        Assert.Equal(200, (await world.Bot.UploadAsync(HttpMethod.Post, path, new { content = "Look" }, ("a.png", new byte[1000]))).Status);
        Assert.Equal((413, 40005), await RefusalAsync(1001));
        Assert.Equal((413, 40005), await RefusalAsync(5000));

        async Task<(int, int?)> RefusalAsync(int size)
        {
            var answer = await world.Bot.UploadAsync(HttpMethod.Post, path, new { content = "Look" }, ("a.png", new byte[size]));
            return (answer.Status, answer.Code);
        }
    }

    [Theory]
    [InlineData(1024, 200)]
    [InlineData(1025, 400)]
    public async Task A_description_has_at_most_1024_characters(int length, int status)
    {
        await using var world = await World.StartAsync();
        var payload = new { content = "Look", attachments = new[] { new { id = "0", description = Some.Text(length) } } };

        Assert.Equal(status, (await world.Bot.UploadAsync(HttpMethod.Post, $"channels/{await world.DirectAsync()}/messages", payload, ("a.png", Picture))).Status);
    }
}
