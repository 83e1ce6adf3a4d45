using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Begins a repair, goes on with one, puts it away.</summary>
internal static class RepairCommands
{
    /// <summary>The context of "one is open already".</summary>
    public const string OpenContext = "open-already";

    /// <summary>A new repair from its first question, or the choice to go on with the open one.</summary>
    public static void Start(OutcomeBuilder turn)
    {
        if (turn.HasRepair && turn.Repair is { State: RepairState.Open, Form: ConversationForm.Repair })
        {
            var board = new ContextBoard(turn, new MessageId(turn.NewId()), OpenContext);
            board.Button("go-on", turn.Guide.Label("go-on"));
            board.Button("start-new", turn.Guide.Label("start-new"));
            board.Ask("open-already");
            return;
        }

        StartNew(turn, ConversationForm.Repair);
    }

    /// <summary>Another conversation from its first question; an open one is put away.</summary>
    public static void StartNew(OutcomeBuilder turn, ConversationForm form)
    {
        if (turn.HasRepair && turn.Repair.State == RepairState.Open)
        {
            Asking.Retire(turn);
            turn.Set(turn.Repair with { State = RepairState.Kept });
        }

        var id = new RepairId(turn.NewId());
        var first = form switch
        {
            ConversationForm.Steady => Step.Exercise,
            ConversationForm.Reflection => Step.Usual,
            ConversationForm.Repair => Course.First(turn.Person),
        };
        var slow = form == ConversationForm.Repair && Profiles.ComesBackOften(turn);
        turn.Switch(
            new Repair { Id = id, Form = form, StartedAt = turn.Now, LastAt = turn.Now, Now = new QuestionKey(first), Slow = slow }, changed: true);
        if (slow)
        {
            Course.SayText(turn, turn.Guide.Of(Step.Side).Note("slower").Fill(turn.Fillings()));
        }

        turn.Person = turn.Person with { Focus = id, Hidden = false };
        Course.Land(turn, turn.Repair.Now, Detour.None);
    }

    /// <summary>The same repair anew; what was written in it is forgotten.</summary>
    public static void StartOver(OutcomeBuilder turn)
    {
        Asking.Retire(turn);
        turn.Forget(_ => true);
        turn.Set(turn.Repair with { State = RepairState.Private });
        Course.SayNote(turn, "started-over");
        StartNew(turn, ConversationForm.Repair);
    }

    /// <summary>Goes on with a repair that was put away, or says where the open one stands.</summary>
    public static void Resume(OutcomeBuilder turn)
    {
        turn.Person = turn.Person with { Hidden = false };
        if (turn.HasRepair && turn.Repair.State is RepairState.Open or RepairState.Kept)
        {
            Put(turn);
            WhereWeWere.Say(turn);
            Asking.Ask(turn);
            return;
        }

        var resumable = RepairList.Resumable(turn.Person).Reverse().ToList();
        if (resumable.Count == 0)
        {
            Course.SayNote(turn, "nothing-open");
            return;
        }

        RepairList.Choose(turn, resumable);
    }

    /// <summary>Says where the open repair stands.</summary>
    public static void Status(OutcomeBuilder turn)
    {
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            Course.SayNote(turn, "status-none");
            return;
        }

        WhereWeWere.Say(turn, "status");
        Asking.Ask(turn);
    }

    /// <summary>Stops the open repair, after asking what is to become of it.</summary>
    public static void Stop(OutcomeBuilder turn)
    {
        if (!turn.HasRepair || turn.Repair.State != RepairState.Open)
        {
            Course.SayNote(turn, "nothing-open");
            return;
        }

        Moves.Take(turn, "stop");
    }

    /// <summary>A calming exercise, inside the open repair or alone.</summary>
    public static void Steady(OutcomeBuilder turn)
    {
        if (turn.HasRepair && turn.Repair.State == RepairState.Open)
        {
            Moves.Take(turn, "steady");
            return;
        }

        StartNew(turn, ConversationForm.Steady);
    }

    /// <summary>Puts a repair back in focus and opens it again.</summary>
    public static void Put(OutcomeBuilder turn)
    {
        if (turn.HasRepair)
        {
            turn.Person = turn.Person with { Focus = turn.Repair.Id, Hidden = false };
            if (turn.Repair.State != RepairState.Finished)
            {
                turn.Set(turn.Repair with { State = RepairState.Open, LastAt = turn.Now });
            }
        }
    }

    /// <summary>Whether a repair was gone through to its end.</summary>
    public static bool IsFinished(OutcomeBuilder turn) => turn.Repair.Now.Step == Step.Finished;
}
