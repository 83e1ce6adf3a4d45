using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Messages;

/// <summary>When direct messages are refused, and what the bot may do with those that stand.</summary>
public sealed class DirectMessageTests
{
    [Fact]
    public async Task Opening_gives_the_same_channel_again()
    {
        await using var world = await World.StartAsync();

        Assert.Equal(await world.DirectAsync(), await world.DirectAsync());
    }

    [Theory]
    [InlineData("closed", 50007)]
    [InlineData("blocked", 50007)]
    [InlineData("no guild", 50278)]
    public async Task A_person_who_cannot_be_written_to_is_403(string why, int code)
    {
        await using var world = await World.StartAsync();
        var direct = await world.DirectAsync();
        Change(world, why, on: true);
        var refused = await world.Bot.PostAsync($"channels/{direct}/messages", new { content = "Hi" });
        Change(world, why, on: false);
        var taken = await world.Bot.PostAsync($"channels/{direct}/messages", new { content = "Hi" });

        Assert.Equal((403, code), (refused.Status, refused.Code));
        Assert.Equal(200, taken.Status);
        Assert.Single(world.Ann.Direct);
    }

    [Fact]
    public async Task Opening_many_too_fast_is_40003_and_those_there_are_stay_open()
    {
        await using var world = await World.StartAsync(new LoopbackOptions { Limits = new LoopbackLimits { NewDirectMessages = new Allowance(2, TimeSpan.FromMinutes(1)) } });
        await world.DirectAsync();
        var codes = new List<int?>();
        for (var person = 0; person < 2; person++)
        {
            codes.Add((await world.Bot.PostAsync("users/@me/channels", new { recipient_id = $"{world.Server.AddUser("x").Id}" })).Code);
        }

        Assert.Equal([null, 40003], codes);
        Assert.NotNull(await world.DirectAsync());
    }

    [Fact]
    public async Task Nobody_and_the_bot_itself_cannot_be_written_to()
    {
        await using var world = await World.StartAsync();

        Assert.Equal(10013, (await world.Bot.PostAsync("users/@me/channels", new { recipient_id = "5" })).Code);
        Assert.Equal(50033, (await world.Bot.PostAsync("users/@me/channels", new { recipient_id = $"{world.Server.ApplicationId}" })).Code);
        Assert.Equal(["BASE_TYPE_REQUIRED"], (await world.Bot.PostAsync("users/@me/channels", "{}")).ErrorsAt("recipient_id"));
    }

    [Fact]
    public async Task Unknown_channels_and_messages_have_their_codes()
    {
        await using var world = await World.StartAsync();
        var direct = await world.DirectAsync();

        Assert.Equal(10003, (await world.Bot.PostAsync("channels/5/messages", new { content = "Hi" })).Code);
        Assert.Equal(10003, (await world.Bot.GetAsync("channels/5")).Code);
        Assert.Equal(10008, (await world.Bot.PatchAsync($"channels/{direct}/messages/5", new { content = "Hi" })).Code);
        Assert.Equal(10008, (await world.Bot.DeleteAsync($"channels/{direct}/messages/5")).Code);
        Assert.Equal(200, (await world.Bot.GetAsync($"channels/{direct}")).Status);
    }

    [Fact]
    public async Task The_bot_edits_and_deletes_its_own_messages_and_nobody_elses()
    {
        await using var world = await World.StartAsync();
        var direct = await world.DirectAsync();
        var typed = world.Ann.Type("mine");
        var sent = (await world.Bot.PostAsync($"channels/{direct}/messages", new { content = "Hi" })).Text("id");

        Assert.Equal(50005, (await world.Bot.PatchAsync($"channels/{direct}/messages/{typed.Id}", new { content = "Hi" })).Code);
        Assert.Equal(50003, (await world.Bot.DeleteAsync($"channels/{direct}/messages/{typed.Id}")).Code);
        Assert.Equal(200, (await world.Bot.PatchAsync($"channels/{direct}/messages/{sent}", new { content = "Ho" })).Status);
        Assert.Equal(204, (await world.Bot.DeleteAsync($"channels/{direct}/messages/{sent}")).Status);
        Assert.Equal(["mine"], world.Ann.Direct.Select(message => message.Content));
    }

    [Fact]
    public async Task Messages_older_than_an_hour_are_edited_a_few_times_only()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time, Limits = new LoopbackLimits { OldEdits = new Allowance(1, TimeSpan.FromHours(1)) } });
        var shown = await world.ShowButtonAsync();
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((200, 200), (await EditAsync(), await EditAsync()));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((200, 30046), (await EditAsync(), await EditAsync()));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, await EditAsync());

        async Task<int> EditAsync()
        {
            var answer = await world.Bot.PatchAsync($"channels/{shown.ChannelId}/messages/{shown.Id}", new { content = "Edited" });
            return answer.Status == 429 ? answer.Code!.Value : answer.Status;
        }
    }

    [Fact]
    public async Task Messages_are_listed_newest_first_before_after_and_around_one()
    {
        await using var world = await World.StartAsync();
        var direct = await world.DirectAsync();
        var typed = Enumerable.Range(0, 6).Select(number => world.Ann.Type($"{number}")).ToList();

        Assert.Equal("543210", await ListAsync(""));
        Assert.Equal("54", await ListAsync("?limit=2"));
        Assert.Equal("21", await ListAsync($"?limit=2&before={typed[3].Id}"));
        Assert.Equal("32", await ListAsync($"?limit=2&after={typed[1].Id}"));
        Assert.Equal("432", await ListAsync($"?limit=3&around={typed[3].Id}"));
        Assert.Equal(400, (await world.Bot.GetAsync($"channels/{direct}/messages?limit=101")).Status);

        async Task<string> ListAsync(string query) =>
            string.Concat((await world.Bot.GetAsync($"channels/{direct}/messages{query}")).Body!.AsArray().Select(message => message!["content"]!.ToString()));
    }

    [Fact]
    public async Task In_a_guild_the_bot_writes_where_it_may()
    {
        await using var world = await World.StartAsync();
        var path = $"channels/{world.Server.Guild.ChannelId}/messages";
        Assert.Equal(200, (await world.Bot.PostAsync(path, new { content = "Hi" })).Status);
        world.Server.Guild.LetBotSend(false);
        Assert.Equal(50013, (await world.Bot.PostAsync(path, new { content = "Hi" })).Code);
        world.Server.Guild.RemoveBot();
        Assert.Equal(50001, (await world.Bot.PostAsync(path, new { content = "Hi" })).Code);
    }

    private static void Change(World world, string why, bool on)
    {
        switch (why)
        {
            case "closed":
                world.Ann.AcceptsDirectMessages = !on;
                break;
            case "blocked":
                world.Ann.HasBlockedBot = on;
                break;
            default:
                if (on)
                {
                    world.Ann.Leave(world.Server.Guild);
                }
                else
                {
                    world.Ann.Join(world.Server.Guild);
                }

                break;
        }
    }
}
