using RepairBot.Core.Chat;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Storage;

namespace RepairBot.Discord.Tests.EndToEnd;

/// <summary>The first answer comes from the custom id alone: a slow store holds none up.</summary>
public sealed class SlowStoreTests
{
    // Longer than Discord waits for an acknowledgement: one that waited for the store even once would be too late.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_slow_store_delays_no_acknowledgement()
    {
        var store = new SlowStore(new InMemoryStore());
        await using var bot = await DiscordBot.StartAsync(store: store);
        var players = Enumerable.Range(0, 8).Select(number => new Player(bot, bot.Discord.AddUser($"person-{number}"))).ToList();
        foreach (var player in players)
        {
            player.User.RunInDirect("repair start");
            await player.TakenAsync(0);
        }

        var questions = new List<(LoopbackUser User, ShownMessage Shown)>();
        foreach (var player in players)
        {
            questions.Add((player.User, (await player.QuestionAsync()).Shown));
        }

        store.By = Slow;
        var pressed = questions.ConvertAll(question => question.User.Press(question.Shown, question.Shown.Buttons.First()));
        var commands = players.ConvertAll(player => player.User.Run(bot.Discord.Guild, "repair status"));
        foreach (var interaction in pressed.Concat(commands))
        {
            await interaction.WaitForAcknowledgementAsync();
        }

        Assert.All(pressed.Concat(commands), interaction => Assert.InRange(interaction.AcknowledgedAfter!.Value, TimeSpan.Zero, Slow - TimeSpan.FromSeconds(1)));
        store.By = TimeSpan.Zero;
    }

    [Fact]
    public async Task A_form_whose_words_can_not_be_read_in_time_opens_empty()
    {
        var store = new SlowStore(new InMemoryStore());
        await using var bot = await DiscordBot.StartAsync(store: store);
        var ann = new Player(bot, bot.Discord.AddUser("ann"));
        ann.User.RunInDirect("repair start");
        await ann.TakenAsync(0);
        while ((await ann.QuestionAsync()).Message is not { Step: "draft" })
        {
            await ann.AnswerAsync(typing: false);
        }

        var (shown, question) = await ann.QuestionAsync();
        var form = question.Actions.First(action => action is { Name: "answer", Kind: ActionKind.Form });
        var full = await ann.User.Press(shown, shown.Button(CustomId.Of(form).ToString())).WaitForModalAsync();
        store.By = TimeSpan.FromSeconds(3);
        var empty = await ann.User.Press(shown, shown.Button(CustomId.Of(form).ToString())).WaitForModalAsync();
        store.By = TimeSpan.Zero;

        Assert.Equal(["happened", "understand", "practise"], full.Inputs.Select(input => input.CustomId));
        Assert.Contains(full.Inputs, input => !string.IsNullOrEmpty(input.Value));
        Assert.Equal(full.Inputs.Select(input => (input.CustomId, input.Label)), empty.Inputs.Select(input => (input.CustomId, input.Label)));
        Assert.All(empty.Inputs, input => Assert.True(string.IsNullOrEmpty(input.Value)));
    }
}
