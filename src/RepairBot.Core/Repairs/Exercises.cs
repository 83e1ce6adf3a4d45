using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Guides;
using RepairBot.Core.Regulation;

namespace RepairBot.Core.Repairs;

/// <summary>The exercises of the pause: paced breathing, five senses one at a time, stepping away, and ways without any counting.</summary>
internal static class Exercises
{
    /// <summary>The default pace: 4 s in, 6 s out, six breaths a minute.</summary>
    public static readonly Pace Breath = new(4, 6);

    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(10);

    private static readonly ImmutableArray<string> Senses = ["see", "feel", "hear", "smell", "taste"];

    private static readonly ImmutableArray<ActionOption> BreathingMinutes = Numbers(5, 6, 7, 8, 9, 10);

    private static readonly ImmutableArray<ActionOption> AwayMinutes = Numbers(20, 30, 45, 60, 90, 120);

    private static readonly ImmutableArray<ActionOption> ShortMinutes = Numbers(5, 10, 15, 20, 30);

    public static Pace? PaceOf(Repair repair) =>
        repair is { Now.Step: Step.Exercise, Exercise: { Kind: "breathe", Until: not null, WordsOnly: false } } ? Breath : null;

    /// <summary>Begins an exercise, or asks which one when none is named.</summary>
    public static void Begin(OutcomeBuilder turn, string? kind)
    {
        turn.Forget(reminder => reminder.Kind == ReminderKind.PauseOver);
        turn.Set(turn.Repair with { Exercise = new Exercise(kind, 0, turn.Now) });
        switch (kind)
        {
            case "senses":
                Course.SayText(turn, turn.Guide.Of(Step.Exercise).Note("senses").Fill(turn.Fillings()));
                break;
            case "walk" or "music":
                Run(turn, turn.Repair.Exercise!, UsualLength);
                break;
        }
    }

    /// <summary>Which of the step's notes the exercise shows now.</summary>
    public static string NoteOf(Repair repair) => repair.Exercise switch
    {
        null or { Kind: null } => "pick",
        { Kind: "breathe", Until: null } => "minutes",
        { Kind: "breathe", WordsOnly: true } => "breathe-words",
        { Kind: "breathe" } => "breathe",
        { Kind: "senses", Stage: var stage } => Senses[stage],
        { Kind: "step-away", Until: not null } => "announce",
        { Kind: var kind } => kind,
    };

    public static void AddActions(OutcomeBuilder turn, ActionBoard board)
    {
        var words = turn.Guide.Of(Step.Exercise);
        switch (turn.Repair.Exercise)
        {
            case null or { Kind: null }:
                board.Select("answer", turn.Guide.Label("answer"), ActionBoard.OptionsOf(turn.Guide.Of(Step.Choose), Steps.SpecOf(Step.Choose).Values));
                break;
            case { Kind: "breathe", Until: null }:
                board.Select("answer", turn.Guide.Label("answer"), BreathingMinutes);
                break;
            case { Kind: "step-away", Until: null }:
                board.Select("answer", turn.Guide.Label("answer"), AwayMinutes);
                break;
            case { Kind: "walk" or "music" }:
                board.Button("done", words.Option("done"), style: ActionStyle.Primary);
                board.Select("ideas", turn.Guide.Label("until"), ShortMinutes, ActionRole.Other);
                break;
            case var exercise:
                board.Button("done", words.Option("done"), style: ActionStyle.Primary);
                if (exercise is { Kind: "breathe", WordsOnly: false })
                {
                    board.Button("words-only", words.Option("words-only"), ActionRole.Other);
                }

                break;
        }
    }

    public static void AddLines(OutcomeBuilder turn, List<(string Name, string Value)> lines)
    {
        var kind = turn.Repair.Exercise?.Kind;
        var choosing = turn.Repair.Now.Step == Step.Choose || kind is null;
        if (choosing && turn.Person.BestExercise is { } best)
        {
            var words = turn.Guide.Of(Step.Choose);
            lines.Add((turn.Guide.Label("last-time"), words.Note("last-time").Fill(turn.Fillings() with { Word = words.Option(best) })));
        }

        if (choosing || (kind == "mini" && turn.Repair.AnswerTo(Step.Choose) is null) || turn.Repair.Exercise is { Kind: "breathe", Until: not null })
        {
            lines.Add((turn.Guide.Label("caution"), turn.Guide.Of(Step.Choose).Note("caution").Fill(turn.Fillings())));
        }
    }

    public static Fillings Fill(OutcomeBuilder turn, Fillings fillings)
    {
        var repair = turn.Repair;
        var ratings = repair.Ratings;
        var until = repair.Exercise?.Until ?? repair.Reminders.LastOrDefault(reminder => reminder.Kind == ReminderKind.Later)?.DueAt;
        return fillings with
        {
            Minutes = repair.Exercise?.Until is { } end ? Number((int)Math.Round((end - repair.Exercise.StartedAt).TotalMinutes)) : "",
            Until = until is { } at ? LocalWithDay(turn, at) : "",
            From = ratings.Length > 1 ? Number(ratings[^2].Value) : "",
            To = ratings.Length > 0 ? Number(ratings[^1].Value) : "",
        };
    }

    /// <summary>Takes a choice, a press or a text within the exercise. True when the exercise is over.</summary>
    public static bool Take(OutcomeBuilder turn, string? value)
    {
        var exercise = turn.Repair.Exercise ?? new Exercise(null, 0, turn.Now);
        switch (exercise)
        {
            case { Kind: null } when value is not null && Steps.SpecOf(Step.Choose).Values.Contains(value):
                Begin(turn, value);
                return false;
            case { Kind: "senses", Stage: < 4 } when value != "skip":
                turn.Set(turn.Repair with { Exercise = exercise with { Stage = exercise.Stage + 1 } });
                return false;
            case { Kind: "breathe" or "step-away", Until: null } or { Kind: "walk" or "music" }
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && IsOffered(exercise.Kind, minutes):
                Run(turn, exercise, TimeSpan.FromMinutes(minutes));
                return false;
            case { Kind: "breathe" } when value == "words-only":
                turn.Set(turn.Repair with { Exercise = exercise with { WordsOnly = true } });
                return false;
            default:
                Stop(turn);
                return true;
        }
    }

    /// <summary>Ends the exercise, whatever stood of it; its reminder is dropped.</summary>
    public static void Stop(OutcomeBuilder turn)
    {
        turn.Forget(reminder => reminder.Kind == ReminderKind.PauseOver);
        turn.Set(turn.Repair with { Exercise = null });
    }

    /// <summary>The next free local time of day, or so many hours from now.</summary>
    public static DateTimeOffset At(OutcomeBuilder turn, string when) => when switch
    {
        "this-evening" => NextLocal(turn, new TimeOnly(19, 0), 0),
        "tomorrow" => NextLocal(turn, new TimeOnly(18, 0), 1),
        "in-three-days" => NextLocal(turn, new TimeOnly(18, 0), 3),
        _ => turn.Now.AddHours(1),
    };

    /// <summary>The first time after now that a clock in the person's zone shows this time, at least so many days on.</summary>
    public static DateTimeOffset NextLocal(OutcomeBuilder turn, TimeOnly time, int days) =>
        WallClock.NextAt(time, turn.Now, ZoneOf(turn.Person), days);

    public static DateTimeZone ZoneOf(Person person) => WallClock.ZoneOf(person.Settings.TimeZone);

    /// <summary>A time of day for the person; their zone, or UTC named as such until a zone is known.</summary>
    public static string Local(OutcomeBuilder turn, DateTimeOffset at)
    {
        var clock = WallTime.Of(at, ZoneOf(turn.Person)).Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return turn.Person.Settings.TimeZone is null ? clock + " UTC" : clock;
    }

    /// <summary>The same with its date when it is not today.</summary>
    public static string LocalWithDay(OutcomeBuilder turn, DateTimeOffset at)
    {
        var zone = ZoneOf(turn.Person);
        return WallClock.DayOf(at, zone) == WallClock.DayOf(turn.Now, zone) ? Local(turn, at) : DayAndTime(turn, at);
    }

    /// <summary>A date and a time of day for the person.</summary>
    public static string DayAndTime(OutcomeBuilder turn, DateTimeOffset at) =>
        $"{Day(WallClock.DayOf(at, ZoneOf(turn.Person)))}, {Local(turn, at)}";

    /// <summary>A date as it is written everywhere: year, month, day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Run(OutcomeBuilder turn, Exercise exercise, TimeSpan length)
    {
        turn.Forget(reminder => reminder.Kind == ReminderKind.PauseOver);
        var until = turn.Now + length;
        turn.Set(turn.Repair with { Exercise = exercise with { StartedAt = turn.Now, Until = until } });
        turn.Remind(new Reminder(new ReminderId(turn.NewId()), ReminderKind.PauseOver, until, turn.Repair.Id));
    }

    private static bool IsOffered(string kind, int minutes)
    {
        var offered = kind switch { "breathe" => BreathingMinutes, "step-away" => AwayMinutes, _ => ShortMinutes };
        return offered.Any(option => option.Value == Number(minutes));
    }

    private static ImmutableArray<ActionOption> Numbers(params ReadOnlySpan<int> minutes)
    {
        var options = ImmutableArray.CreateBuilder<ActionOption>(minutes.Length);
        foreach (var number in minutes)
        {
            options.Add(new ActionOption(Number(number), Number(number)));
        }

        return options.MoveToImmutable();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
