using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LocalChat.Tests.Conversations;

public sealed class WholeMonthTests : IAsyncLifetime
{
    private readonly ManualTime machine = new();
    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync(machine);

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_month_of_check_ins_comes_on_its_days_at_six_in_the_evening_also_with_a_restart_a_day(bool restarts)
    {
        var play = new Playthrough(chat.As("ana"), chat.Http, "hurt-them", "full");
        await play.RunAsync();
        var said = new Queue<string>(["kept", "partly", "not-yet", "kept", "kept"]);
        var pings = new List<DateTimeOffset>();
        for (var day = 0; day < 35; day++)
        {
            if (restarts)
            {
                await chat.RestartAsync();
                play = play.On(chat.As("ana"), chat.Http);
            }

            await MoveAsync("P1D");
            foreach (var ping in (await play.LookAsync()).Where(message => message.Kind == "check-in"))
            {
                pings.Add(ping.At);
                await play.PressAsync(said.Dequeue());
                await FinishAsync(play);
            }
        }

        // The act is for Tuesday 3 March 2026; Berlin changes its clocks on 29 March.
        Assert.Equal(
            ["2026-03-04 17:00", "2026-03-06 17:00", "2026-03-10 17:00", "2026-03-17 17:00", "2026-04-02 16:00"],
            pings.Select(at => at.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        var checkIns = (await play.ExportAsync()).GetProperty("repairs")[0].GetProperty("checkIns");
        Assert.Equal(["kept", "partly", "not-yet", "kept", "kept"], checkIns.EnumerateArray().Select(one => one.GetProperty("said").GetString()));
    }

    [Fact]
    public async Task Later_asks_again_at_the_chosen_time_and_not_before_and_end_asks_no_more()
    {
        var play = new Playthrough(chat.As("ana"), chat.Http, "hurt-them", "short");
        await play.RunAsync();
        await MoveAsync("P3D");
        await play.LookAsync();
        await play.PressAsync("later");
        await play.PressAsync("choose", "in-three-days");
        await MoveAsync("PT34H");
        Assert.DoesNotContain(await play.LookAsync(), message => message.Kind == "check-in");
        await MoveAsync("P2D");
        var again = Assert.Single(await play.LookAsync(), message => message.Kind == "check-in");
        Assert.Contains(again.Actions, action => action.Name == "end");
        await play.PressAsync("end");
        await FinishAsync(play);
        await MoveAsync("P60D");

        Assert.DoesNotContain(await play.LookAsync(), message => message.Kind == "check-in");
    }

    [Fact]
    public async Task Silence_widens_the_gap_asks_once_whether_to_stop_and_then_is_quiet()
    {
        var play = new Playthrough(chat.As("ana"), chat.Http, "hurt-them", "short");
        await play.RunAsync();
        await MoveAsync("P80D");
        var pings = (await play.LookAsync()).Where(message => message.Kind == "check-in").ToList();

        Assert.Equal(["promise", "promise", "still-wanted"], pings.Select(ping => ping.Step));
    }

    [Fact]
    public async Task After_downtime_one_late_note_comes()
    {
        var play = new Playthrough(chat.As("ana"), chat.Http, "hurt-them", "short");
        await play.RunAsync();
        await MoveAsync("P10D", asleep: true);
        var ping = Assert.Single(await play.LookAsync(), message => message.Kind == "check-in");

        Assert.True(ping.Late);
    }

    private static async Task FinishAsync(Playthrough play)
    {
        for (var i = 0; i < 5 && play.Open is { Phase: "check-in", Kind: "question" } open; i++)
        {
            var name = open.Actions.Exists(action => action.Name == "same") ? "same" : "skip";
            await play.PressAsync(name);
        }
    }

    private Task MoveAsync(string advance, bool asleep = false) => chat.MoveClockAsync(advance, asleep);
}
