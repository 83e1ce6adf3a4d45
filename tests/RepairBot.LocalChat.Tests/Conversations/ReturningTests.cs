using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Time;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>Coming back after a month, and to one of several repairs.</summary>
public sealed class ReturningTests : IAsyncLifetime
{
    private const string Late = "Sam went quiet and left before the cake.";

    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync(new ManualTime());

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thirty_days_later_words_are_taken_for_the_open_question_and_it_says_where_we_were(bool restarted)
    {
        var ana = await AMonthLaterAsync(restarted);
        Assert.Empty(await ana.LookAsync());

        var reply = await ana.TypeAsync(Late);

        var offer = Assert.Single(reply.Feed!.Messages, message => message.Actions.Exists(action => action.Name == "start-over"));
        Assert.Contains("“What happened”", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["delete", "go-on", "start-over"], offer.Actions.Select(action => action.Name).Where(name => name is "go-on" or "start-over" or "delete").Order());
        Assert.Equal("part", ana.Step);
        Assert.Equal(Late, (await ana.AnswersAsync())["impact"].Text);
    }

    [Fact]
    public async Task Thirty_days_later_going_on_asks_the_question_that_stood_open()
    {
        var ana = await AMonthLaterAsync();
        await ana.CommandAsync("repair resume");
        await ana.PressAsync("go-on");

        Assert.Equal("impact", ana.Step);
        Assert.Equal("My own words about happened and answer, said plainly.", (await ana.AnswersAsync())["happened"].Text);
    }

    [Fact]
    public async Task Thirty_days_later_starting_over_begins_anew_and_keeps_the_earlier_one_to_read()
    {
        var ana = await AMonthLaterAsync();
        await ana.CommandAsync("repair resume");
        await ana.PressAsync("start-over");

        Assert.Equal("side", ana.Step);
        var repairs = await ana.ExportAsync();
        Assert.Equal(["private", "open"], repairs.Select(StateOf));
        Assert.Contains("happened", Visit.AnswersOf(repairs[0]).Keys);
        Assert.Empty(Visit.AnswersOf(repairs[1]));
    }

    [Fact]
    public async Task Thirty_days_later_deleting_leaves_no_repair_and_no_word_of_it()
    {
        var ana = await AMonthLaterAsync();
        await ana.CommandAsync("repair resume");
        await ana.PressAsync("delete");
        if (ana.Open is not null)
        {
            await ana.PressAsync("stop.delete");
        }

        Assert.Null(ana.Open);
        Assert.Empty(await ana.ExportAsync());
        Assert.DoesNotContain((await ana.Client.MessagesAsync()).Messages, message => JsonSerializer.Serialize(message).Contains("My own words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_repairs_at_once_each_keep_their_place_and_their_answers()
    {
        var ana = await chat.StartAsync("ana");
        var stops = new[] { ("Sam", "pattern"), ("Mum", "impact"), ("Kit", "draft") };
        foreach (var (who, step) in stops)
        {
            if (ana.Step is not "welcome")
            {
                await chat.MoveClockAsync("PT1M");
                await ana.CommandAsync("repair start");
                await ana.PressAsync("start-new");
            }

            await ana.AnswerUntilAsync(step, new UsualAnswers { Words = new UsualAnswers().Words.Add("who", who).Add("happened", $"On Sunday at lunch I shouted at {who}.") });
        }

        foreach (var (who, step) in stops.Concat(stops))
        {
            await ana.MoveAsync("stop");
            await ana.PressAsync("stop.keep");
            await ana.CommandAsync("repair resume");
            var list = ana.With("resume").Actions.Single(action => action.Name == "resume");
            await ana.PressAsync("resume", list.Options!.Single(option => option.Label.StartsWith(who, StringComparison.Ordinal)).Value);
            Assert.Equal(step, ana.Step);
        }

        var repairs = await ana.ExportAsync();
        Assert.Equal(stops.Select(stop => stop.Item2), repairs.Select(repair => repair.GetProperty("step").GetString()));
        Assert.Equal(
            stops.Select(stop => $"On Sunday at lunch I shouted at {stop.Item1}."),
            repairs.Select(repair => Visit.AnswersOf(repair)["happened"].Text));
    }

    [Fact]
    public async Task An_answer_goes_to_the_repair_in_focus_and_a_press_on_the_other_ones_question_changes_nothing()
    {
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync("pattern");
        var old = ana.Question;
        await chat.MoveClockAsync("PT1M");
        await ana.CommandAsync("repair start");
        await ana.PressAsync("start-new");
        await ana.AnswerUntilAsync("happened");
        var stale = await ana.Client.PressAsync(old, "often");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, stale.Status);
        await ana.TypeAsync("On Monday I forgot the concert.");
        var repairs = await ana.ExportAsync();
        Assert.DoesNotContain("pattern", Visit.AnswersOf(repairs[0]).Keys);
        Assert.Equal("On Monday I forgot the concert.", Visit.AnswersOf(repairs[1])["happened"].Text);
    }

    private async Task<Visit> AMonthLaterAsync(bool restarted = false)
    {
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync("impact");
        await chat.MoveClockAsync("P30D");
        if (restarted)
        {
            await chat.RestartAsync();
            ana = chat.Visit("ana");
            await ana.LookAsync();
        }

        return ana;
    }

    private static string? StateOf(JsonElement repair) => repair.GetProperty("state").GetString();
}
