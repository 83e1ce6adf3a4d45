using System.Collections;
using System.Text.Json;
using NodaTime;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Records with something in every place come back whole; one more property fails here until it is filled in, and then until it is kept.</summary>
public sealed class WholeStateTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly Reminder Later = new(new ReminderId(9), ReminderKind.CheckIn, At.AddDays(3), new RepairId(5), "1");

    private static Person Head => new()
    {
        Platform = "discord",
        Identity = new byte[] { 1, 2, 255 },
        Address = "1234",
        Seq = 70,
        Focus = new RepairId(5),
        Recent = RecentEvents.None.With("a", 1, 3).With("b", 3, 70),
        Repairs =
        [
            new(new RepairId(4), ConversationForm.Steady, RepairState.Finished, Step.HeatAfter, At, At.AddDays(1), default),
            new(new RepairId(5), ConversationForm.Reflection, RepairState.Kept, Step.Impact, At, At.AddDays(2), new PrivateText("Sam \"S\"")),
        ],
        Settings = new()
        {
            TimeZone = "Europe/Rome",
            QuietFrom = new TimeOnly(20, 30),
            QuietTo = new TimeOnly(7, 15),
            Language = "es",
            Country = "IT",
            Reminders = false,
            DaysOff = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            PausedUntil = new DateOnly(2026, 4, 1),
            Hide = true,
        },
        Welcomed = true,
        Hidden = true,
        Seen = [Risk.CoerciveControl, Risk.CrisisSelfHarm],
        Protection = "went silent",
        BestExercise = "walk",
        Profile = new()
        {
            Who = new PrivateText("Sam"),
            Bond = Said(Step.Bond),
            Needs = Said(Step.Needs),
            Harder = new PrivateText("h"),
            Usual = new PrivateText("u"),
            Regulate = new PrivateText("r"),
            Ways = new PrivateText("w"),
        },
        Tags = [new("honesty", At), new("consistency", At.AddDays(9))],
        Retention = Later with { Kind = ReminderKind.Retention, Subject = null, Repair = null },
        WarnedOfErasure = true,
        LastAt = At.AddDays(2),
        Farewell = new(new PersonId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), [new byte[] { 1 }, new byte[] { 2, 3 }]),
    };

    private static Repair Conversation => new()
    {
        Id = new RepairId(5),
        Form = ConversationForm.Reflection,
        State = RepairState.Private,
        StartedAt = At,
        LastAt = At.AddDays(2),
        Now = new QuestionKey(Step.AfterTalk, "heard"),
        Live = new MessageId(long.MaxValue),
        Asked = new AskedBy(new MessageId(6), 2),
        Trail = [new(Step.Welcome), new(Step.Extra, "sleep/well"), new(Step.Impact)],
        Lately = [new(new QuestionKey(Step.Impact), new MessageId(7), 12, 2), new(new QuestionKey(Step.Extra, "ü"), new MessageId(8), 14, 1)],
        Answers = [Said(Step.Impact), Said(Step.Part) with { Fields = [new("mine", new PrivateText("line\nbreak"))], LookAgain = true }],
        Ratings = [new(8, At), new(2, At.AddHours(1), "walk")],
        Detour = Detour.Hold,
        Waiting = [new(new QuestionKey(Step.Impact), Detour.Edit), new(new QuestionKey(Step.Extra, "x"), Detour.Aside)],
        Rung = 2,
        Nudge = "blame",
        Wish = new(new PrivateText("on Monday"), [At.AddDays(4), At.AddDays(5)]),
        Nudged = ["impact:blame", "part:shame"],
        Exercise = new("walk", 2, At, At.AddMinutes(10), true),
        Readings = 3,
        Hold = new([Risk.ViolenceToUser], RiskDirection.ToUser, new QuestionKey(Step.Impact)),
        NoDrafting = true,
        Slow = true,
        NoticeGiven = true,
        Overridden = true,
        Parked = [new PrivateText("later"), new PrivateText("and more")],
        Promises =
        [
            new()
            {
                Number = 1,
                Act = new PrivateText("call"),
                Cue = new PrivateText("c"),
                PlanB = new PrivateText("b"),
                SeenAs = new PrivateText("s"),
                Tag = "honesty",
                Confidence = 0,
                On = new DateOnly(2026, 3, 4),
                AgreedAt = At,
                CheckIns = true,
                Days = [1, 3],
                LastAsked = new DateOnly(2026, 3, 5),
                Unanswered = 2,
                AskedToStop = true,
                Ended = true,
            },
        ],
        CheckIns = [new(1, new PrivateText("call"), new DateOnly(2026, 3, 5), At, "partly", new PrivateText("n"))],
        Before = RepairState.Open,
        Reminders = [Later, Later with { Subject = null }],
    };

    private static Message Shown => new()
    {
        Id = new MessageId(7),
        Seq = 12,
        First = 11,
        At = At,
        From = Sender.Person,
        Where = Place.OnlyYou,
        Kind = MessageKind.HelpLines,
        Phase = "ownership",
        Step = "extra",
        Question = "sleep",
        Repair = new RepairId(5),
        Guide = 2,
        Text = new PrivateText("“One” – \\ \"two\"\n☂"),
        Card = new(new PrivateText("title"), [new(new PrivateText("a"), new PrivateText("b")), new(new PrivateText("c"), new PrivateText(""))]),
        Image = new("timeline.svg", "a line"),
        File = new("export.json", "application/json", new PrivateText("{}")),
        Until = At.AddMinutes(10),
        Pace = new(4, 6),
        Progress = new(3, 12),
        Late = true,
        Edited = true,
        Removed = true,
        Actions = [new() { Id = "1", Name = "back", Role = ActionRole.Move, Kind = ActionKind.Button, Label = "Back", Style = ActionStyle.Secondary }],
    };

    [Fact]
    public void A_head_comes_back_whole() => ComesBack(Head, new Person());

    [Fact]
    public void Settings_have_something_in_every_place() => Assert.Empty(Unfilled(Head.Settings, new Settings()));

    [Fact]
    public void A_profile_has_something_in_every_place() => Assert.Empty(Unfilled(Head.Profile, new Profile()));

    [Fact]
    public void A_repair_comes_back_whole() => ComesBack(
        Conversation, new Repair { Id = default, StartedAt = default, LastAt = default, Now = new QuestionKey(Step.Welcome) });

    [Fact]
    public void A_message_comes_back_whole() => ComesBack(
        Shown, new Message { Id = default, Seq = 0, At = default, Kind = MessageKind.Question, Text = default });

    [Fact]
    public void A_reminder_comes_back_whole() => ComesBack(Later, new Reminder(default, ReminderKind.PauseOver, default, null));

    private static void ComesBack<T>(T whole, T empty)
        where T : notnull
    {
        Assert.Empty(Unfilled(whole, empty));
        Assert.Equal(Plain(whole), Plain(StateJson.Read<T>(StateJson.Write(whole).Span)));
        Assert.Equal(Plain(empty), Plain(StateJson.Read<T>(StateJson.Write(empty).Span)));
    }

    // The properties that are as in an empty record. The format is the same in all.
    private static IEnumerable<string> Unfilled<T>(T whole, T empty) =>
        from property in typeof(T).GetProperties()
        where property.Name != "Format" && property.CanWrite
        let value = property.GetValue(whole)
        where value is null or ICollection { Count: 0 } || Equals(value, property.GetValue(empty))
        select property.Name;

    // By the serializer's own reading of the types, not by ours.
    private static string Plain<T>(T value) => JsonSerializer.Serialize(value);

    private static Answer Said(Step step) => new()
    {
        Key = new QuestionKey(step),
        Guide = 2,
        At = At,
        Asked = new MessageId(77),
        Text = new PrivateText("words of " + step),
        Typed = true,
    };
}
