using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

public sealed class StartingTests
{
    [Fact]
    public async Task A_command_in_a_server_answers_the_person_alone_and_goes_on_in_private()
    {
        await using var bot = await DiscordBot.StartAsync();
        var ann = bot.Discord.AddUser("ann");

        var command = ann.Run(bot.Discord.Guild, "repair start");
        var answer = await command.WaitForMessageAsync();
        var question = await ann.WaitForAsync(message => message.Where == ShownWhere.Direct);

        Assert.Equal(ShownWhere.OnlyYou, answer.Where);
        Assert.Contains($"https://discord.com/channels/@me/{ann.DirectChannelId}", answer.Content, StringComparison.Ordinal);
        Assert.Equal(CallbackType.DeferredMessage, command.Response);
        Assert.NotEmpty(question.Buttons);
        Assert.Empty(bot.Discord.Guild.Public);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task A_command_in_private_leaves_nothing_but_the_answer()
    {
        await using var bot = await DiscordBot.StartAsync();
        var ann = bot.Discord.AddUser("ann");

        var command = ann.RunInDirect("repair start");
        await ann.WaitForAsync(message => message.Where == ShownWhere.Direct && message.Buttons.Any());
        await bot.Discord.WaitUntilAsync(() => command.Message is null && ann.Ephemeral.Count == 0);

        Assert.Empty(bot.Violations);
    }
}
