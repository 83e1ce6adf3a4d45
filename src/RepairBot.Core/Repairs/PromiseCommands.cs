using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.CheckIns.Evidence;

namespace RepairBot.Core.Repairs;

/// <summary>Commands about promises: what stands, now, another time, no more, and what was said and done over time.</summary>
internal static class PromiseCommands
{
    /// <summary>What is promised and when it is asked about.</summary>
    public static void List(OutcomeBuilder turn)
    {
        var lines = new List<(string, string)>();
        foreach (var (repair, promise) in Standing(turn))
        {
            var next = repair.Reminders
                .Where(reminder => CheckInPings.IsFor(reminder, promise))
                .MinBy(reminder => reminder.DueAt);
            lines.Add((
                next is null ? turn.Guide.Label("not-set") : Exercises.DayAndTime(turn, next.DueAt),
                promise.Act.Reveal()));
        }

        Course.SayText(
            turn, turn.Guide.Note(lines.Count == 0 ? "promises-none" : "promises").Fill(turn.Fillings()),
            card: lines.Count == 0 ? null : Layout.Card("", lines, turn.Guide.Label("hidden-more")));
    }

    /// <summary>The question about each standing promise, now.</summary>
    public static void Now(OutcomeBuilder turn)
    {
        var standing = Standing(turn);
        foreach (var (repair, promise) in standing)
        {
            turn.Switch(turn.InHand(repair.Id), changed: false);
            var today = WallClock.DayOf(turn.Now, Exercises.ZoneOf(turn.Person));
            CheckInPings.SayPing(turn, promise, today, late: false, othersDropped: false);
        }

        if (standing.Count == 0)
        {
            Course.SayNote(turn, "promises-none");
        }
    }

    /// <summary>Another time for the next question of the newest promise: <c>when</c> in words, read back; asked for when it is missing.</summary>
    public static void Later(OutcomeBuilder turn, ImmutableDictionary<string, PrivateText> options)
    {
        var standing = Standing(turn);
        if (standing.Count == 0)
        {
            Course.SayNote(turn, "promises-none");
            return;
        }

        var (repair, promise) = standing[^1];
        turn.Switch(turn.InHand(repair.Id), changed: true);
        var today = WallClock.DayOf(turn.Now, Exercises.ZoneOf(turn.Person));
        CheckInTalk.StepAside(turn, new QuestionKey(Step.When, CheckInTalk.DetailOf(promise.Number, today)));
        if (options.GetValueOrDefault("when") is { IsBlank: false } wish)
        {
            ReadBack.Take(turn, wish);
            return;
        }

        Asking.Ask(turn);
    }

    /// <summary>No more questions about any promise; the promises stay.</summary>
    public static void Stop(OutcomeBuilder turn)
    {
        foreach (var (repair, promise) in Standing(turn))
        {
            turn.Switch(turn.InHand(repair.Id), changed: true);
            CheckInTalk.Change(turn, promise with { CheckIns = false });
            CheckInPings.Forget(turn, promise);
        }

        Course.SayText(turn, turn.Guide.Of(Step.StillWanted).Note("stopped").Fill(turn.Fillings()));
    }

    /// <summary>Said and done, with dates: no numbers, no comparison.</summary>
    public static void Timeline(OutcomeBuilder turn)
    {
        var words = turn.Guide.Of(Step.Promise);
        var rows = turn.All.Repairs
            .SelectMany(repair => repair.CheckIns)
            .Where(one => one.Said is "kept" or "partly" or "not-yet")
            .OrderBy(one => one.AskedOn)
            .ToList();
        if (rows.Count == 0)
        {
            Course.SayNote(turn, "timeline-none");
            return;
        }

        var lines = rows.Select(one => (
            one.AskedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"{words.Option(one.Said)}: {one.Act.Reveal()}{(one.Note.IsBlank ? "" : "\n" + one.Note.Reveal())}"));
        turn.Say(new Message
        {
            Id = new MessageId(turn.NewId()),
            Seq = 0,
            At = turn.Now,
            Kind = MessageKind.Note,
            Phase = "check-in",
            Guide = turn.Guide.Version,
            Text = new PrivateText(turn.Guide.Note("timeline").Fill(turn.Fillings())),
            Card = Layout.Card("", lines, turn.Guide.Label("hidden-more")),
            Image = PictureOf(turn, words, rows),
        });
    }

    // The same facts as the card, for whoever would rather look; the words beside it say all of it.
    private static Image PictureOf(OutcomeBuilder turn, Guides.StepWords words, IEnumerable<CheckInAnswer> rows)
    {
        var guide = turn.Guide;
        var chart = EvidenceChart.Draw(rows, new EvidenceWords(
            guide.Label("timeline-title"), words.Option("kept"), words.Option("partly"), words.Option("not-yet"), words.Option("end"),
            guide.Note("timeline-none").Fill(turn.Fillings()), guide.Label("earlier-left-out")));
        return new Image("data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(chart.Svg)), chart.Alt);
    }

    private static List<(Repair Repair, Promise Promise)> Standing(OutcomeBuilder turn) =>
    [
        .. turn.All.Repairs.SelectMany(repair => repair.Promises
            .Where(promise => promise is { Ended: false, CheckIns: true })
            .Select(promise => (repair, promise))),
    ];
}
