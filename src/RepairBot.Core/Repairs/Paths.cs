using System.Collections.Concurrent;
using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>
/// The questions that lie on the way under given facts, walked out of the machine once and remembered: how far somebody is, and whether
/// a question still makes sense after an answer was changed. Thread-safe.
/// </summary>
internal sealed class Paths
{
    /// <summary>More answers of the machine than this are asked anew: facts are few, so it is never reached in practice.</summary>
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<FlowFacts, ImmutableArray<Step>> walked = new();
    private readonly ConcurrentDictionary<(Step, Trigger, FlowFacts), Step?> answered = new();

    /// <summary>What the machine answers. It answers the same for the same facts, and asking it costs 3 KB each time.</summary>
    public Step? Next(RepairFlow flow, Step from, Trigger trigger, in FlowFacts facts)
    {
        if (answered.TryGetValue((from, trigger, facts), out var known))
        {
            return known;
        }

        var next = flow.Next(from, trigger, facts);
        if (answered.Count < MostRemembered)
        {
            answered.TryAdd((from, trigger, facts), next);
        }

        return next;
    }

    /// <summary>
    /// Where this question stands among those that are counted; null for any other, and until the person has chosen how many there will be.
    /// </summary>
    public Progress? ProgressOf(Repair repair, in FlowFacts facts) =>
        repair.Detour is Detour.None or Detour.Edit && (repair.Form != ConversationForm.Repair || repair.AnswerTo(Step.Length) is { Skipped: false })
            ? Place(repair, repair.Now, facts)
            : null;

    /// <summary>The same for any question: one that is not counted stands where the last counted one stood.</summary>
    public Progress PlaceOf(Repair repair, in FlowFacts facts)
    {
        var place = Place(repair, repair.Now, facts);
        for (var i = repair.Trail.Length - 1; i >= 0 && place is null; i--)
        {
            place = Place(repair, repair.Trail[i], facts);
        }

        return place ?? Place(repair, new QuestionKey(Of(facts)[0]), facts) ?? new Progress(1, 1);
    }

    private Progress? Place(Repair repair, QuestionKey key, in FlowFacts facts)
    {
        var (at, of) = (0, 0);
        foreach (var step in Of(facts))
        {
            if (!IsCounted(step) || (step == Step.Welcome && !IsWelcomed(repair)))
            {
                continue;
            }

            var parts = Steps.SpecOf(step).Parts;
            if (step == key.Step)
            {
                at = of + 1 + Math.Max(0, parts.IndexOf(key.Detail ?? ""));
            }

            of += Math.Max(1, parts.Length);
        }

        return at == 0 ? null : new Progress(at, of);
    }

    // The exercise comes on top of the questions that were promised, and the consent is the last one of them.
    private static bool IsCounted(Step step) => step is not (Step.Choose or Step.Exercise or Step.HeatAfter or Step.Zone or Step.Closing);

    // Nobody is welcomed twice.
    private static bool IsWelcomed(Repair repair) => repair.Now.Step == Step.Welcome || repair.AnswerTo(Step.Welcome) is not null;

    /// <summary>Every question from the welcome to the end under these facts.</summary>
    public ImmutableArray<Step> Of(in FlowFacts facts)
    {
        // Only what decides the way on paper counts; whoever is calm by now has still been through the pause.
        var key = new FlowFacts
        {
            Form = facts.Form,
            WasHurt = facts.WasHurt,
            Both = facts.Both,
            Brief = facts.Brief,
            KeepsHappening = facts.KeepsHappening,
            Misunderstanding = facts.Misunderstanding,
            Often = facts.Often,
            NoDrafting = facts.NoDrafting,
            Talked = facts.Talked,
            Ready = true,
        };
        return walked.GetOrAdd(key, Walk);
    }

    private static ImmutableArray<Step> Walk(FlowFacts facts)
    {
        var flow = new RepairFlow();
        var path = ImmutableArray.CreateBuilder<Step>();
        var step = facts.Form switch
        {
            ConversationForm.Repair => Step.Welcome,
            ConversationForm.Steady => Step.Exercise,
            ConversationForm.Reflection => Step.Usual,
        };
        while (step != Step.Finished)
        {
            path.Add(step);
            step = flow.Next(step, Trigger.Answered, facts) ?? Step.Finished;
        }

        return path.ToImmutable();
    }
}
