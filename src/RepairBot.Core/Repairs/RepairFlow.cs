using Stateless;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The whole conversation, top to bottom: which question follows which. Nothing else in the project says "from here to there".
/// There is no text, clock or storage in it; guards read <see cref="FlowFacts"/>. One machine serves one thread at a time and keeps
/// nothing of a person between calls.
/// </summary>
public sealed class RepairFlow
{
    private static readonly Step[] Phases = [Step.Opening, Step.Ownership, Step.Regulation, Step.Dialogue, Step.FollowThrough, Step.Aside, Step.CheckIn];

    private readonly StateMachine<Step, Trigger> machine;
    private Step state;
    private FlowFacts facts;

    /// <summary>Builds the machine: 50 µs and 120 KB, so make one a thread and keep it.</summary>
    public RepairFlow()
    {
        machine = new StateMachine<Step, Trigger>(() => state, next => state = next, FiringMode.Immediate);

        foreach (var phase in Phases)
        {
            EverywhereIn(phase);
        }

        Opening();
        Ownership();
        Regulation();
        Dialogue();
        FollowThrough();
        CheckIn();
        Asides();
        Ends();
    }

    /// <summary>The machine's own description, for the diagram and for tests.</summary>
    public Stateless.Reflection.StateMachineInfo Description => machine.GetInfo();

    /// <summary>The step that follows, or null when the trigger means nothing here: that is ordinary chat, no error.</summary>
    public Step? Next(Step from, Trigger trigger, in FlowFacts known)
    {
        state = from;
        facts = known;
        try
        {
            if (!machine.CanFire(trigger))
            {
                return null;
            }

            machine.Fire(trigger);
            return state;
        }
        finally
        {
            facts = default;
        }
    }

    private void Opening()
    {
        In(Step.Opening, Step.Welcome).Then(Step.Side);
        In(Step.Opening, Step.Side).Then(Step.Kind);
        In(Step.Opening, Step.Kind).Then(Step.Safety);
        In(Step.Opening, Step.Safety).Then(Step.Length);
        In(Step.Opening, Step.Length)
            .Then(Step.Happened, () => facts.Brief, "short")
            .Then(Step.Who, () => !facts.Brief, "full");
        In(Step.Opening, Step.Who).Then(Step.Bond);
        In(Step.Opening, Step.Bond).Then(Step.Happened);
    }

    private void Ownership()
    {
        In(Step.Ownership, Step.Happened)
            .Then(Step.Felt, () => facts.WasHurt, "I was hurt")
            .Then(Step.Impact, () => !facts.WasHurt && SkipsPattern, "short, or a misunderstanding")
            .Then(Step.Cycle, () => !facts.WasHurt && !SkipsPattern && facts.KeepsHappening, "it keeps happening")
            .Then(Step.Pattern, () => !facts.WasHurt && !SkipsPattern && !facts.KeepsHappening, "full");

        // Pattern and cycle: an old pattern gets a map of it, a first slip does not.
        In(Step.Ownership, Step.Pattern)
            .Then(Step.Cycle, () => facts.Often, "it goes like this often")
            .Then(Step.Impact, () => !facts.Often, "rarely");
        In(Step.Ownership, Step.Cycle).Then(Step.Impact);

        In(Step.Ownership, Step.Impact)
            .Then(Step.HeatBefore, () => facts.Brief, "short")
            .Then(Step.Felt, () => !facts.Brief && facts.Both, "both were hurt")
            .Then(Step.Part, () => !facts.Brief && !facts.Both, "full");
        In(Step.Ownership, Step.Part)
            .Then(Step.HeatBefore, () => facts.NoDrafting, "no drafting")
            .Then(Step.Draft, () => !facts.NoDrafting, "drafting");
        In(Step.Ownership, Step.Draft)
            .Then(Step.Reading, () => !facts.NothingWritten, "something is written")
            .Then(Step.HeatBefore, () => facts.NothingWritten, "nothing is written");
        In(Step.Ownership, Step.Reading).Then(Step.HeatBefore);

        In(Step.Ownership, Step.Felt)
            .Then(Step.Part, () => !facts.WasHurt, "both were hurt")
            .Then(Step.Ask, () => facts.WasHurt && facts.Brief, "short")
            .Then(Step.NotOkay, () => facts.WasHurt && !facts.Brief, "full");
        In(Step.Ownership, Step.NotOkay).Then(Step.Ask);
        In(Step.Ownership, Step.Ask).Then(Step.HeatBefore);
    }

    private void Regulation()
    {
        In(Step.Regulation, Step.HeatBefore)
            .Then(Step.Reread, () => facts.Calm && !NothingToReread, "calm")
            .Then(Step.Contact, () => facts.Calm && NothingToReread, "calm, nothing to re-read")
            .Then(Step.Choose, () => !facts.Calm && facts.Brief, "warm or hot, short")
            .Then(Step.Feeling, () => !facts.Calm && !facts.Brief, "warm or hot");
        In(Step.Regulation, Step.Feeling)
            .ThenBack(() => facts.Return is not null, "named in between", AnyQuestion)
            .Then(Step.Choose, () => facts.Return is null, "in its place");
        In(Step.Regulation, Step.Choose)
            .On(Trigger.Answered, Step.Exercise)
            .On(Trigger.Skipped, Step.Readiness, () => !facts.Ready, "not ready yet")
            .On(Trigger.Skipped, Step.Reread, () => facts.Ready && !NothingToReread, "the person goes on anyway")
            .On(Trigger.Skipped, Step.Contact, () => facts.Ready && NothingToReread, "the person goes on anyway, nothing to re-read");

        // An exercise leads back to the question it interrupted; in its own place it is followed by a second rating.
        In(Step.Regulation, Step.Exercise)
            .ThenBack(() => facts.Return is not null, "it interrupted a question", AnyQuestion)
            .Then(Step.HeatAfter, () => facts.Return is null && facts.Form != ConversationForm.Steady, "in its place")
            .Then(Step.Finished, () => facts.Return is null && facts.Form == ConversationForm.Steady, "an exercise alone");
        In(Step.Regulation, Step.HeatAfter)
            .Then(Step.Reread, () => facts.Ready && SkipsReadiness && !NothingToReread, "ready, short or longest")
            .Then(Step.Contact, () => facts.Ready && SkipsReadiness && NothingToReread, "ready, short or longest, nothing to re-read")
            .Then(Step.Readiness, () => !(facts.Ready && SkipsReadiness), "full, or not ready yet");
        In(Step.Regulation, Step.Readiness)
            .Then(Step.Choose, () => facts.Again, "another exercise")
            .Then(Step.Resting, () => !facts.Again && facts.Waits, "later or not today")
            .Then(Step.Reread, () => !facts.Again && !facts.Waits && !NothingToReread, "now")
            .Then(Step.Contact, () => !facts.Again && !facts.Waits && NothingToReread, "now, nothing to re-read");
        In(Step.Regulation, Step.Resting).Then(Step.HeatAfter);
        In(Step.Regulation, Step.Reread).Then(Step.Contact);
    }

    private void Dialogue()
    {
        In(Step.Dialogue, Step.Contact)
            .Then(Step.Action, () => facts.NoDrafting || facts.Brief, "no drafting, or short")
            .Then(Step.Listening, () => !facts.NoDrafting && !facts.Brief, "full");

        // Whoever catches themselves preparing a defence takes a short pause and is asked once more.
        In(Step.Dialogue, Step.Listening)
            .Then(Step.Exercise, () => facts.Defends, "to defend")
            .Then(Step.Guess, () => !facts.Defends, "to understand");
        In(Step.Dialogue, Step.Guess).Then(Step.Opener);
        In(Step.Dialogue, Step.Opener).Then(Step.TalkTime);
        In(Step.Dialogue, Step.TalkTime)
            .Then(Step.AfterTalk, () => facts.Talked, "we have talked")
            .Then(Step.Action, () => !facts.Talked, "not yet");
        In(Step.Dialogue, Step.AfterTalk).Then(Step.Action);
    }

    private void FollowThrough()
    {
        // Without an act there is nothing to plan and nothing to ask about later.
        In(Step.FollowThrough, Step.Action)
            .Then(Step.Consent, () => !facts.NoAct && facts.Brief, "short")
            .Then(Step.Tag, () => !facts.NoAct && !facts.Brief, "full")
            .Then(Step.Note, () => facts.NoAct && !facts.Brief && !facts.NothingWritten, "no act, full")
            .Then(Step.Closing, () => facts.NoAct && (facts.Brief || facts.NothingWritten), "no act");
        In(Step.FollowThrough, Step.Tag).Then(Step.Cue);
        In(Step.FollowThrough, Step.Cue).Then(Step.SeenAs);
        In(Step.FollowThrough, Step.SeenAs).Then(Step.Confidence);
        In(Step.FollowThrough, Step.Confidence).Then(Step.Note);
        In(Step.FollowThrough, Step.Note)
            .Then(Step.Consent, () => !facts.NoAct, "an act to ask about")
            .Then(Step.Closing, () => facts.NoAct, "no act");
        In(Step.FollowThrough, Step.Consent)
            .Then(Step.Zone, () => facts.NeedsZone, "check-ins, zone unknown")
            .Then(Step.Closing, () => !facts.NeedsZone, "zone known, or no check-ins");
        In(Step.FollowThrough, Step.Zone).Then(Step.Closing);
        In(Step.FollowThrough, Step.Closing).Then(Step.Finished);
    }

    // Begun by a ping, never by the flow: it leads back to the question it interrupted, or to the end.
    private void CheckIn()
    {
        In(Step.CheckIn, Step.Promise)
            .On(Trigger.Answered, Step.CheckInNote, () => facts.Said is "kept" or "partly", "kept or partly")
            .On(Trigger.Answered, Step.Lapse, () => facts.Said == "not-yet", "not yet")
            .On(Trigger.Answered, Step.When, () => facts.Said == "later", "later")
            .On(Trigger.Answered, Step.LookBack, () => facts.Said == "end" || facts.Said is null, "end");
        In(Step.CheckIn, Step.Lapse)
            .On(Trigger.Answered, Step.CheckInNote, () => facts.Said == "same", "same again")
            .On(Trigger.Answered, Step.OtherAct, () => facts.Said is "smaller" or "other-cue" or "another-act", "smaller, or something else")
            .On(Trigger.Answered, Step.LookBack, () => facts.Said == "end", "end")
            .On(Trigger.Skipped, Step.CheckInNote);
        In(Step.CheckIn, Step.OtherAct).Then(Step.CheckInNote);
        In(Step.CheckIn, Step.CheckInNote)
            .Then(Step.LookBack, () => facts.LastCheckIn, "a month is over")
            .ThenAway(() => !facts.LastCheckIn, "not the last one");
        // Three questions for a quiet day, asked once and looked at again.
        In(Step.CheckIn, Step.Usual).Then(Step.Regulate);
        In(Step.CheckIn, Step.Regulate).Then(Step.Ways);
        Away(Step.Ways);
        Away(Step.When);
        Away(Step.LookBack);
        Away(Step.StillWanted);

        void Away(Step step) => In(Step.CheckIn, step).ThenAway(() => true, "done");
    }

    private void Asides()
    {
        // What helps comes before what makes it harder, always in this order.
        In(Step.Aside, Step.Needs).Then(Step.Harder);
        foreach (var aside in Steps.Asides)
        {
            if (aside != Step.Needs)
            {
                In(Step.Aside, aside).ThenBack(() => facts.Return is not null, "back to the question", AnyQuestion);
            }
        }
    }

    private void Ends()
    {
        // A hit holds the conversation; going on leads back to the question, with the screen still armed.
        machine.Configure(Step.SteppedBack)
            .PermitDynamicIf(Trigger.WentOn, () => facts.Return!.Value, () => facts.Return is not null, "the person goes on", AnyQuestion)
            .Permit(Trigger.StopAsked, Step.Stopping)
            .PermitDynamicIf(Trigger.SteadyAsked, () => Step.Exercise, () => true, "a calming exercise", Only(Step.Exercise))
            .PermitReentry(Trigger.RiskSeen)
            .PermitDynamicIf(Trigger.CheckInTaken, () => facts.Goal!.Value, () => facts.Goal is not null, "a ping was pressed", AnyQuestion)
            .Permit(Trigger.Stopped, Step.Finished);
        machine.Configure(Step.Stopping)
            .PermitDynamicIf(Trigger.WentOn, () => facts.Return!.Value, () => facts.Return is not null, "not after all", AnyQuestion)
            .Permit(Trigger.RiskSeen, Step.SteppedBack)
            .PermitDynamicIf(Trigger.CheckInTaken, () => facts.Goal!.Value, () => facts.Goal is not null, "a ping was pressed", AnyQuestion)
            .Permit(Trigger.Stopped, Step.Finished);

        // Long after its end a repair still asks how its promise is going.
        machine.Configure(Step.Finished)
            .PermitDynamicIf(Trigger.CheckInTaken, () => facts.Goal!.Value, () => facts.Goal is not null, "a ping was pressed", AnyQuestion);
    }

    private void EverywhereIn(Step phase) =>
        machine.Configure(phase)
            .PermitDynamicIf(Trigger.WentBack, () => facts.LastShown!.Value, () => facts.LastShown is not null, "something was shown before", AnyQuestion)
            .PermitDynamicIf(Trigger.EditChosen, () => facts.Goal!.Value, () => facts.Goal is not null, "an earlier answer", AnyQuestion)
            .PermitDynamicIf(Trigger.EditDone, () => facts.Return!.Value, () => facts.Return is not null, "where the person was", AnyQuestion)
            .PermitDynamicIf(Trigger.AsideTaken, () => facts.Goal!.Value, () => facts.Goal is not null, "an offer taken up", AnyAside)
            .PermitDynamicIf(Trigger.CheckInTaken, () => facts.Goal!.Value, () => facts.Goal is not null, "a ping was pressed", AnyQuestion)
            .PermitDynamicIf(Trigger.SteadyAsked, () => Step.Exercise, () => true, "a calming exercise now", Only(Step.Exercise))
            .Permit(Trigger.StopAsked, Step.Stopping)
            .Permit(Trigger.Stopped, Step.Finished)
            .Permit(Trigger.RiskSeen, Step.SteppedBack);

    // Where both were hurt and it goes like this often, the way would have 31 questions: whoever is ready by then is not asked whether.
    private bool SkipsReadiness => facts.Brief || (facts.Both && facts.Often);

    private bool SkipsPattern => facts.Brief || facts.Misunderstanding;

    // The short form for the one who was hurt drafts nothing for the other, so nothing has to be read again.
    private bool NothingToReread => facts.NoDrafting || facts.NothingWritten || (facts.Brief && facts.WasHurt);

    private Question In(Step phase, Step step) => new(machine.Configure(step).SubstateOf(phase), this);

    private static Stateless.Reflection.DynamicStateInfos Only(Step step)
    {
        var states = new Stateless.Reflection.DynamicStateInfos();
        states.Add(step, "");
        return states;
    }

    private static Stateless.Reflection.DynamicStateInfos AnyQuestion => [];

    private static Stateless.Reflection.DynamicStateInfos AnyAside => [];

    /// <summary>One question and what follows it. Skipping leads where an answer leads, unless said otherwise.</summary>
    private readonly struct Question(StateMachine<Step, Trigger>.StateConfiguration configuration, RepairFlow flow)
    {
        public Question Then(Step next)
        {
            configuration.Permit(Trigger.Answered, next).Permit(Trigger.Skipped, next);
            return this;
        }

        public Question Then(Step next, Func<bool> when, string inWords)
        {
            configuration.PermitIf(Trigger.Answered, next, when, inWords).PermitIf(Trigger.Skipped, next, when, inWords);
            return this;
        }

        public Question ThenBack(Func<bool> when, string inWords, Stateless.Reflection.DynamicStateInfos possible)
        {
            var owner = flow;
            configuration
                .PermitDynamicIf(Trigger.Answered, () => owner.facts.Return!.Value, when, inWords, possible)
                .PermitDynamicIf(Trigger.Skipped, () => owner.facts.Return!.Value, when, inWords, possible);
            return this;
        }

        /// <summary>Back to the question that was interrupted, or to the end when there was none.</summary>
        public Question ThenAway(Func<bool> when, string inWords)
        {
            var owner = flow;
            return Then(Step.Finished, () => when() && owner.facts.Return is null, inWords)
                .ThenBack(() => when() && owner.facts.Return is not null, inWords + ", back to the question", AnyQuestion);
        }

        public Question On(Trigger trigger, Step next)
        {
            configuration.Permit(trigger, next);
            return this;
        }

        public Question On(Trigger trigger, Step next, Func<bool> when, string inWords)
        {
            configuration.PermitIf(trigger, next, when, inWords);
            return this;
        }
    }
}
