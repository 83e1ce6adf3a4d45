using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_start_writes_nothing(bool everywhere)
    {
        await using var bot = await DiscordBot.StartAsync(everywhere);
        var writes = Writes(bot);

        await bot.RestartAsync(everywhere);
        await ReadAgainAsync(bot, everywhere);

        Assert.Equal(1, writes);
        Assert.Equal(1, Writes(bot));
    }

    [Fact]
    public async Task Moving_from_one_server_to_everywhere_and_back_leaves_no_command_twice()
    {
        await using var bot = await DiscordBot.StartAsync(everywhere: false);
        var commands = bot.Discord.CommandsIn(bot.Discord.Guild);

        await bot.RestartAsync(everywhere: true);
        await bot.Discord.WaitUntilAsync(() => bot.Discord.CommandsIn(bot.Discord.Guild).Count == 0);
        Assert.Equal(commands, bot.Discord.CommandsIn(null));

        await bot.RestartAsync(everywhere: false);
        await bot.Discord.WaitUntilAsync(() => bot.Discord.CommandsIn(null).Count == 0);
        Assert.Equal(commands, bot.Discord.CommandsIn(bot.Discord.Guild));
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Help_names_commands_that_can_be_clicked()
    {
        await using var bot = await DiscordBot.StartAsync();
        var ann = bot.Discord.AddUser("ann");

        ann.RunInDirect("help");
        var help = await ann.WaitForAsync(message => message.Embeds.Count > 0);

        Assert.Matches("</repair start:[0-9]+>", help.Embeds[0].Fields[0].Value);
        Assert.Matches("</about:[0-9]+>", help.Embeds[0].Fields[0].Value);
    }

    [Theory]
    [InlineData("es-ES", "reparar empezar", "en privado")]
    [InlineData("es-419", "reparar empezar", "en privado")]
    [InlineData("de", "klären anfangen", "unter uns")]
    [InlineData("en-GB", "repair start", "in private")]
    public async Task A_client_of_another_language_offers_the_commands_in_its_own_words(string locale, string command, string answer)
    {
        await using var bot = await DiscordBot.StartAsync();
        var ann = bot.Discord.AddUser("ann", locale);

        var said = await ann.Run(bot.Discord.Guild, command).WaitForMessageAsync();

        Assert.Contains(answer, said.Content, StringComparison.Ordinal);
        Assert.NotEmpty((await ann.WaitForAsync(message => message.Where == ShownWhere.Direct)).Buttons);
        Assert.Empty(bot.Violations);
    }

    private static int Writes(DiscordBot bot) => bot.Discord.Log.CommandWrites.Count;

    // Both scopes were read after the restart: whatever would be written is written by then.
    private static Task ReadAgainAsync(DiscordBot bot, bool everywhere)
    {
        var read = everywhere ? "/applications/{application_id}/commands" : "/applications/{application_id}/guilds/{guild_id}/commands";
        return bot.Discord.WaitUntilAsync(() => bot.Discord.Log.Requests.Count(request => request.Method == "GET" && request.Route == read) >= 2);
    }
}
