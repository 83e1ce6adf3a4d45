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

    /// <summary>Where this question stands; null for one beside the path.</summary>
    public Progress? ProgressOf(Repair repair, in FlowFacts facts)
    {
        var path = Of(facts);
        var at = path.IndexOf(repair.Now.Step);
        return at < 0 || repair.Detour is not (Detour.None or Detour.Edit) ? null : new Progress(at + 1, path.Length);
    }

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
