using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>
/// One event, one turn: a pure function of what was loaded, the event and the time. It reads no clock, does no I/O and has no chance in
/// it; the same scene and event give the same outcome. Safe for concurrent use.
/// </summary>
public sealed class Turn(Readers readers) : IDisposable
{
    /// <summary>After this long without a word, the bot says where we were.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly ThreadLocal<RepairFlow> flows = new(() => new RepairFlow());
    private readonly Paths paths = new();

    /// <summary>What this turn reads with.</summary>
    public Readers Readers => readers;

    /// <summary>The names of all commands, such as <c>repair start</c>.</summary>
    public static FrozenSet<string> CommandNames { get; } = Commands.Names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The message an event is about; null when it is about none.</summary>
    public static MessageId? TargetOf(ChatEvent chatEvent) => chatEvent switch
    {
        ChatEvent.Pressed pressed => pressed.Message,
        ChatEvent.Retyped retyped => retyped.Message,
        ChatEvent.Withdrawn withdrawn => withdrawn.Message,
        _ => null,
    };

    /// <summary>The repair an event is about, when it is not the one in focus.</summary>
    public static RepairId? RepairOf(ChatEvent chatEvent, Message? target, Person person) => chatEvent switch
    {
        ChatEvent.Command { Name: "repair resume" } when person.Focus is null => RepairList.OnlyResumable(person),
        ChatEvent.Pressed pressed when ActionId.Parse(pressed.Action) is { } action =>
            RepairList.RepairChosen(action, pressed.Values) ?? target?.Repair,
        ChatEvent.Retyped or ChatEvent.Withdrawn => target?.Repair,
        ChatEvent.Due due => due.Reminders.FirstOrDefault(reminder => reminder.Repair is not null)?.Repair,
        _ => null,
    };

    /// <summary>Takes one event. An outcome that asks for everything of the person is no outcome yet: it is to be taken again with all.</summary>
    public Outcome Take(Scene scene, ChatEvent chatEvent)
    {
        var turn = new OutcomeBuilder(scene, chatEvent, readers, flows.Value!, paths);
        return chatEvent switch
        {
            ChatEvent.Command command => OnCommand(turn, command),
            ChatEvent.Pressed pressed => OnPress(turn, pressed),
            ChatEvent.Typed typed => OnText(turn, typed),
            ChatEvent.Retyped retyped => OnChangedText(turn, retyped, retyped.Text),
            ChatEvent.Withdrawn withdrawn => OnChangedText(turn, withdrawn, text: null),
            ChatEvent.Due due => OnDue(turn, due),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => flows.Dispose();

    private Outcome OnCommand(OutcomeBuilder turn, ChatEvent.Command command)
    {
        if (!Commands.Knows(command.Name))
        {
            return turn.Unchanged(TurnResult.UnknownCommand);
        }

        var screened = Screened(turn, command.Options);
        if (screened is ScreeningResult.Clear)
        {
            Commands.Take(turn, command);
        }
        else
        {
            Asking.Retire(turn);
            StepBack.Hold(turn, screened);
        }

        Touch(turn);
        return turn.Build(command);
    }

    private Outcome OnPress(OutcomeBuilder turn, ChatEvent.Pressed pressed)
    {
        if (turn.Scene.Target is not { } target || ActionId.Parse(pressed.Action) is not { } id || id.Message != target.Id)
        {
            return turn.Unchanged(TurnResult.UnknownMessage);
        }

        var action = target.Actions.FirstOrDefault(offered => offered.Id == pressed.Action);
        var key = QuestionKey.Parse(id.Question);
        if (action is null)
        {
            return OnLatePress(turn, pressed, target, id, key);
        }

        if (Pressing.Problem(action, pressed) is { } problem)
        {
            return turn.Unchanged(TurnResult.Refused, problem);
        }

        if (target.Repair is { } about && (!turn.HasRepair || turn.Repair.Id != about) && key is not null)
        {
            return turn.Unchanged(TurnResult.Stale, Pressing.WhereWeAre(turn));
        }

        var isPing = key is { } begun && CheckInTalk.Begins(begun) && (turn.Repair.Now != begun || turn.Repair.Live != target.Id);
        if (key is not null && !isPing && (turn.Repair.Live != target.Id || turn.Repair.State != RepairState.Open))
        {
            return OnLatePress(turn, pressed, target, id, key);
        }

        var screened = Screened(turn, pressed.Fields);
        if (isPing && key is { } asked)
        {
            CheckInPings.Press(turn, asked, target, action, pressed.Values);
        }
        else if (key is null)
        {
            Asking.RetireContext(turn, target, action);
            ContextPresses.Take(turn, id, pressed.Values);
        }
        else
        {
            Focus(turn);
            Pressing.Take(turn, action, pressed, screened);
        }

        Touch(turn);
        return turn.Build(pressed);
    }

    // The question was answered meanwhile. A form carries words, and words are never lost; a press has nothing to keep.
    private Outcome OnLatePress(OutcomeBuilder turn, ChatEvent.Pressed pressed, Message target, ActionId id, QuestionKey? key)
    {
        if (key is not { } question || !turn.HasRepair || turn.Repair.Id != target.Repair || LateForm.Read(target, question, id.Name, pressed) is not { } form)
        {
            return turn.Unchanged(TurnResult.Stale, Pressing.WhereWeAre(turn));
        }

        var screened = Screened(turn, pressed.Fields);
        if (question == turn.Repair.Now && turn.Repair.State == RepairState.Open)
        {
            Pressing.TakeForm(turn, id.Name, pressed.Fields, screened);
        }
        else
        {
            form.File(turn, pressed.Fields, screened);
        }

        Touch(turn);
        return turn.Build(pressed);
    }

    private Outcome OnText(OutcomeBuilder turn, ChatEvent.Typed typed)
    {
        turn.Say(new Message
        {
            Id = new MessageId(turn.NewId()),
            Seq = 0,
            At = turn.Now,
            From = Sender.Person,
            Kind = MessageKind.Note,
            Text = typed.Text,
            Repair = turn.HasRepair ? turn.Repair.Id : null,
            Phase = turn.HasRepair && turn.Repair.State == RepairState.Open ? Asking.PhaseOf(turn.Repair) : null,
            Step = turn.HasRepair && turn.Repair.State == RepairState.Open ? Steps.NameOf(turn.Repair.Now.Step) : null,
        });
        var screened = Screened(turn, [typed.Text]);
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            Typing.WithoutQuestion(turn, typed, screened);
            return turn.Build(typed);
        }

        WelcomeBack(turn);
        Typing.Take(turn, typed, screened);
        Touch(turn);
        return turn.Build(typed);
    }

    // Null when it was taken back.
    private Outcome OnChangedText(OutcomeBuilder turn, ChatEvent chatEvent, PrivateText? text)
    {
        if (turn.Scene.Target is not { From: Sender.Person, Removed: false } typed || text == typed.Text)
        {
            return turn.Unchanged(TurnResult.UnknownMessage);
        }

        if (text is { IsBlank: false } words)
        {
            Retyping.Change(turn, typed, words, Screened(turn, [words]));
        }
        else
        {
            Retyping.TakeBack(turn, typed);
        }

        Touch(turn);
        return turn.Build(chatEvent);
    }

    private static Outcome OnDue(OutcomeBuilder turn, ChatEvent.Due due)
    {
        DueReminders.Take(turn, due.Reminders);
        return turn.Build(due, byPerson: false);
    }

    // One call for all the words of an event, before anything else looks at them.
    private ScreeningResult Screened(OutcomeBuilder turn, ImmutableDictionary<string, PrivateText> fields) =>
        fields.IsEmpty ? ScreeningResult.Clear.Instance : Screened(turn, fields.Values);

    private ScreeningResult Screened(OutcomeBuilder turn, IEnumerable<PrivateText> texts)
    {
        var words = string.Join("\n\n", texts.Where(text => !text.IsBlank).Select(text => text.Reveal()));
        return words.Length == 0 ? ScreeningResult.Clear.Instance : readers.Screen.Read(words, turn.Language);
    }

    private static void WelcomeBack(OutcomeBuilder turn)
    {
        var last = turn.Repair.LastAt;
        if (turn.Now - last > Silence || last < turn.Scene.StartedAt)
        {
            var today = turn.Now - last > Silence && turn.Repair.AnswerTo(Step.Happened) is not null && turn.Repair.Detour == Detour.None;
            WhereWeWere.Say(turn, today: today);
        }
    }

    private static void Focus(OutcomeBuilder turn)
    {
        if (!turn.HasRepair)
        {
            return;
        }

        WelcomeBack(turn);
        if (turn.Person.Focus != turn.Repair.Id)
        {
            turn.Person = turn.Person with { Focus = turn.Repair.Id };
        }
    }

    private static void Touch(OutcomeBuilder turn)
    {
        Retention.Watch(turn);
        if (turn.HasRepair)
        {
            turn.Set(turn.Repair with { LastAt = turn.Now });
        }
    }
}
