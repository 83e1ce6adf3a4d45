using System.Text.Json.Nodes;
using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>What no honest client sends gets a kind answer that only its sender sees, and changes nothing.</summary>
public sealed class MisuseTests : IAsyncLifetime
{
    private DiscordBot bot = null!;
    private Player ann = null!;

    public async Task InitializeAsync()
    {
        bot = await DiscordBot.StartAsync();
        ann = new Player(bot, bot.Discord.AddUser("ann"));
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Somebody_elses_button()
    {
        var ben = bot.Discord.AddUser("ben");
        var (shown, _) = await ann.QuestionAsync();
        var before = await ann.SeqAsync();

        var press = bot.Discord.Forge.Press(ben, shown.Buttons.First().CustomId!, shown);

        await press.WaitForAcknowledgementAsync();

        // Ben's client would show it where he pressed: in a chat that is not his, and so nowhere.
        await bot.Discord.WaitUntilAsync(() => bot.Discord.Log.Requests.Any(request =>
            request.Body is JsonObject body
            && body["content"]?.ToString().Contains("not part of your own conversation", StringComparison.Ordinal) is true
            && (int?)body["flags"] == 64));
        Assert.Equal(before, await ann.SeqAsync());
        Assert.Equal(0, await new Player(bot, ben).SeqAsync());
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("p0ffffffffffffffff:1:en:impact:answer")]
    [InlineData("p0000000000000002a:99:xx:impact:answer")]
    [InlineData("s9000000000000002a:1:en:impact:answer")]
    [InlineData("f1000000000000002a:1:en:no-such-step:answer")]
    [InlineData("f1000000000000002a:1:en:impact:no-such-action")]
    [InlineData("::::::")]
    [InlineData("p0\u0000\ud83d\ude00")]
    public async Task A_forged_id(string id) => await RefusedAsync(ann.User, bot.Discord.Forge.Press(ann.User, id), "not part of your own conversation");

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(5000)]
    public async Task A_very_long_id(int length) => await RefusedAsync(
        ann.User, bot.Discord.Forge.Press(ann.User, "p0000000000000002a:1:en:impact:".PadRight(length, 'x')), "not part of your own conversation");

    [Fact]
    public async Task A_button_of_a_question_that_was_answered()
    {
        var (shown, _) = await ann.QuestionAsync();
        var id = shown.Buttons.First().CustomId!;
        await ann.AnswerAsync(typing: false);
        var step = (await ann.QuestionAsync()).Message.Step;

        await RefusedAsync(ann.User, bot.Discord.Forge.Press(ann.User, id, shown), "");

        Assert.Equal(step, (await ann.QuestionAsync()).Message.Step);
    }

    [Fact]
    public async Task A_choice_the_list_does_not_have()
    {
        while (!(await ann.QuestionAsync()).Shown.Selects.Any(list => list.Options.Count > 2))
        {
            await ann.AnswerAsync(typing: false);
        }

        var (shown, _) = await ann.QuestionAsync();
        var list = shown.Selects.First(list => list.Options.Count > 2);

        await RefusedAsync(ann.User, bot.Discord.Forge.Choose(ann.User, list.CustomId!, shown, "no-such-value"), "of the options this list has");
        await RefusedAsync(ann.User, bot.Discord.Forge.Choose(ann.User, list.CustomId!, shown), "of the options this list has");
    }

    [Fact]
    public async Task A_command_in_somebody_elses_chat_is_answered_with_a_sentence_and_that_chat_is_never_written_to()
    {
        var ben = bot.Discord.AddUser("ben");

        var command = bot.Discord.Forge.CommandBetweenPeople(ben, "repair", "start");

        var answer = await command.WaitForMessageAsync();
        Assert.Contains("only in a server that I am in", answer.Content, StringComparison.Ordinal);
        Assert.Equal(ShownWhere.OnlyYou, answer.Where);
        Assert.Equal(0, await new Player(bot, ben).SeqAsync());
        Assert.Empty(ben.Direct);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Whoever_added_the_app_to_their_own_account_is_offered_nothing_where_the_bot_is_not()
    {
        var cleo = bot.Discord.AddUser("cleo", sharesGuild: false);
        cleo.HasInstalledApp = true;

        Assert.Throws<NotPossibleException>(() => cleo.RunInDirect("repair start"));

        // A command that an older version registered for accounts works all the same: seen by them alone.
        var command = bot.Discord.Forge.Command(cleo, null, "help");
        await command.WaitForAcknowledgementAsync();
        await bot.Discord.WaitUntilAsync(() => command.Message is null or { IsThinking: false });
        Assert.DoesNotContain(cleo.Sees, message => message.Where == ShownWhere.Public);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task An_id_of_a_message_there_never_was()
    {
        var id = new CustomId(Gesture.Press, 0, new ActionId(new MessageId(42), 1, "en", "impact", "go-on"));

        await RefusedAsync(ann.User, bot.Discord.Forge.Press(ann.User, id.ToString()), "not part of your own conversation");
    }

    [Fact]
    public async Task A_form_that_is_too_long()
    {
        var id = await AtFormAsync();

        await RefusedAsync(ann.User, bot.Discord.Forge.Submit(ann.User, id, ("answer", new string('x', 4001))), "longer than 4,000");
    }

    [Fact]
    public async Task A_form_that_is_empty_where_words_are_needed()
    {
        var id = await AtFormAsync();
        var (shown, _) = await ann.QuestionAsync();

        await RefusedAsync(ann.User, bot.Discord.Forge.Submit(ann.User, id, shown, ("answer", " ")), "is still empty");
        await RefusedAsync(ann.User, bot.Discord.Forge.Submit(ann.User, id, shown), "is still empty");
    }

    [Fact]
    public async Task A_form_with_boxes_of_another_one()
    {
        var id = await AtFormAsync();
        var (shown, _) = await ann.QuestionAsync();

        await RefusedAsync(ann.User, bot.Discord.Forge.Submit(ann.User, id, shown, ("answer", "words"), ("other", "words")), "other fields");
    }

    [Fact]
    public async Task A_command_of_another_version() =>
        await RefusedAsync(ann.User, bot.Discord.Forge.Command(ann.User, bot.Discord.Guild, "repair-old"), "Type /");

    [Fact]
    public async Task A_server_it_is_not_for()
    {
        await using var picky = await DiscordBot.StartAsync(allowed: discord => [discord.Guild.Id]);
        var elsewhere = picky.Discord.AddGuild("Elsewhere");
        var ben = picky.Discord.AddUser("ben");
        ben.Join(elsewhere);

        var command = ben.Run(elsewhere, "repair start");
        var answer = await command.WaitForMessageAsync();

        Assert.Contains("another server", answer.Content, StringComparison.Ordinal);
        Assert.Equal(ShownWhere.OnlyYou, answer.Where);
        Assert.Empty(ben.Direct);
    }

    private async Task<string> AtFormAsync()
    {
        while (!(await ann.QuestionAsync()).Message.Actions.Any(action => action is { Name: "answer", Kind: ActionKind.Form, Fields.Length: 1 }))
        {
            await ann.AnswerAsync(typing: false);
        }

        var form = (await ann.QuestionAsync()).Message.Actions.First(action => action is { Name: "answer", Kind: ActionKind.Form });
        return (CustomId.Of(form) with { Gesture = Gesture.Submit }).ToString();
    }

    private async Task RefusedAsync(LoopbackUser user, UserInteraction interaction, string words)
    {
        var before = await ann.SeqAsync();
        await interaction.WaitForAcknowledgementAsync();
        var answer = await user.WaitForAsync(message => message is { Where: ShownWhere.OnlyYou, IsThinking: false });

        Assert.Contains(words, answer.Content, StringComparison.Ordinal);
        Assert.Equal(before, await ann.SeqAsync());
        Assert.Empty(bot.Discord.Guild.Public);
        Assert.Empty(bot.Violations);
    }
}
