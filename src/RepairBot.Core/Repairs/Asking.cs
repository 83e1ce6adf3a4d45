using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>Turns the open question of a repair into the message that asks it.</summary>
internal static class Asking
{
    /// <summary>Words above which the short form says a question in its brief wording.</summary>
    private const int BriefWords = 25;

    private static readonly ImmutableArray<ActionOption> Scale =
        [.. Enumerable.Range(0, 11).Select(number => number.ToString(CultureInfo.InvariantCulture)).Select(number => new ActionOption(number, number))];

    /// <summary>Asks the open question, and takes the actions off the message that asked before.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">Other words for it, such as simpler ones; null for the guide's question.</param>
    /// <param name="lines">Facts and quotes to show with it.</param>
    public static void Ask(OutcomeBuilder turn, string? text = null, ImmutableArray<(string Name, string Value)> lines = default)
    {
        Retire(turn);
        if (Course.IsGone(turn, turn.Repair.Now))
        {
            Course.LeaveGone(turn);
            return;
        }

        var repair = turn.Repair;
        var id = new MessageId(turn.NewId());
        var key = repair.Now;
        var board = new ActionBoard(turn, id, key);
        Content.AddActions(turn, board);
        var said = turn.Say(new Message
        {
            Id = id,
            Seq = 0,
            At = turn.Now,
            Kind = key.Step == Step.SteppedBack ? MessageKind.HelpLines : MessageKind.Question,
            Phase = PhaseOf(repair),
            Step = Steps.NameOf(key.Step),
            Question = key.Detail,
            Repair = repair.Id,
            Guide = turn.Guide.Version,
            Text = new PrivateText(text ?? TextOf(turn, key)),
            Card = CardOf(turn, key, lines),
            Progress = turn.Paths.ProgressOf(repair, FactsOf.Conversation(repair, turn.Person, turn.Now)),
            Until = repair.Now.Step == Step.Exercise ? repair.Exercise?.Until : null,
            Pace = Exercises.PaceOf(repair),
            Actions = Layout.Arrange(board.Own, Moves.Offered(turn), board.IdOf, turn.Guide.Move(Layout.More)),
        });
        turn.Set(repair with
        {
            Live = id,
            Asked = text is null ? new AskedBy(id, turn.Guide.Version) : repair.Asked,
            Lately = [.. repair.Lately.AsSpan()[Math.Max(0, repair.Lately.Length + 1 - Shown)..], new ShownQuestion(key, id, said.Seq, turn.Guide.Version)],
        });
    }

    /// <summary>Takes the actions off the open question; it stays readable, with what was answered.</summary>
    public static void Retire(OutcomeBuilder turn, string? answered = null)
    {
        if (turn.OpenMessage is not { Actions.Length: > 0 } live)
        {
            return;
        }

        var card = string.IsNullOrWhiteSpace(answered)
            ? live.Card
            : Layout.With(live.Card, turn.Guide.Label("your-answer"), answered, turn.Guide.Label("hidden-more"));

        turn.Change(live with { Actions = [], Card = card, Until = null, Pace = null });
    }

    /// <summary>Takes the actions off a message that is no question of a step, once it is pressed; help lines don't use it up.</summary>
    public static void RetireContext(OutcomeBuilder turn, Message message, ChatAction pressed)
    {
        if (pressed.Role != ActionRole.Safety)
        {
            turn.Change(message with { Actions = [] });
        }
    }

    /// <summary>The guide's words for a question, in the short form where that is wanted.</summary>
    public static string TextOf(OutcomeBuilder turn, QuestionKey key)
    {
        var fillings = Content.Fillings(turn, key);
        var words = turn.Guide.Of(key);
        if (key.Step == Step.Exercise)
        {
            return words.Note(Exercises.NoteOf(turn.Repair)).Fill(fillings);
        }

        if (key.Step == Step.OtherAct && CheckInTalk.IsAboutTheCue(turn.Repair, key))
        {
            return words.Note("moment").Fill(fillings);
        }

        if (key.Part is { } part)
        {
            return words.Part(part).Ask.Fill(fillings);
        }

        var tags = FactsOf.Tags(turn.Repair);
        var full = words.Ask(tags).Fill(fillings);
        return tags.HasFlag(GuideTags.Brief) && words.Brief is { } brief && WordsIn(full) > BriefWords ? brief.Fill(fillings) : full;
    }

    /// <summary>The phase of the open question; what only interrupts belongs where it interrupted.</summary>
    public static string PhaseOf(Repair repair) => repair switch
    {
        { Now.Step: Step.SteppedBack or Step.Stopping or Step.Extra, Waiting: [.., var interrupted] } => PhaseOf(interrupted.Question.Step),
        { Now.Step: Step.Extra, Trail: [.., var before] } => PhaseOf(before.Step),
        _ => PhaseOf(repair.Now.Step),
    };

    public static string PhaseOf(Step step) => step switch
    {
        Step.Welcome or Step.Side or Step.Kind or Step.Who or Step.Bond or Step.Safety or Step.Length => "opening",
        Step.HeatBefore or Step.Feeling or Step.Choose or Step.Exercise or Step.HeatAfter or Step.Readiness or Step.Resting
            or Step.Reread => "regulation",
        Step.Contact or Step.Listening or Step.Guess or Step.Opener or Step.TalkTime or Step.AfterTalk or Step.Aim or Step.Needs
            or Step.Harder or Step.Together => "dialogue",
        Step.Action or Step.Tag or Step.Cue or Step.SeenAs or Step.Confidence or Step.Note or Step.Consent or Step.Zone or Step.Closing
            or Step.Today or Step.Finished => "follow-through",
        Step.Promise or Step.CheckInNote or Step.When or Step.Lapse or Step.OtherAct or Step.LookBack or Step.StillWanted
            or Step.Usual or Step.Regulate or Step.Ways => "check-in",
        _ => "ownership",
    };

    /// <summary>How many of the last questions are remembered with their place in the feed.</summary>
    public const int Shown = 8;

    private static Card? CardOf(OutcomeBuilder turn, QuestionKey key, ImmutableArray<(string Name, string Value)> lines)
    {
        var all = new List<(string, string)>();
        if (!lines.IsDefault)
        {
            all.AddRange(lines);
        }

        Content.AddLines(turn, key, all);
        return all.Count == 0 ? null : Layout.Card("", all, turn.Guide.Label("hidden-more"));
    }

    private static int WordsIn(string text)
    {
        var words = 0;
        foreach (var _ in text.AsSpan().Split(' '))
        {
            words++;
        }

        return words;
    }

    /// <summary>The numbers of a rating as options.</summary>
    public static ImmutableArray<ActionOption> ScaleOptions => Scale;
}
