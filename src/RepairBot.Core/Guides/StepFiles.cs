using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>
/// Which file holds a step's words: the one named after its phase in the flow, <c>asides</c> for the detours, <c>holds</c> for what
/// stands outside every phase.
/// </summary>
internal static class StepFiles
{
    public const string Outside = "holds";

    private static readonly FrozenDictionary<Step, Step?> Superstates = new RepairFlow().Description.States
        .ToFrozenDictionary(state => (Step)state.UnderlyingState, state => (Step?)state.Superstate?.UnderlyingState);

    /// <summary>The names of all files of steps, without their ending.</summary>
    public static ImmutableArray<string> All { get; } =
        ["opening", "ownership", "regulation", "dialogue", "follow-through", "check-in", "asides", Outside];

    /// <summary>Steps whose words stand in a guide: all that are asked, except <see cref="Step.Extra"/>, which a guide brings itself.</summary>
    public static ImmutableArray<Step> Worded { get; } = [.. Steps.Asked.Where(step => step != Step.Extra)];

    /// <summary>The file's name, without its ending.</summary>
    public static string Of(Step step) => Superstates.GetValueOrDefault(step) switch
    {
        null => Outside,
        Step.Aside => "asides",
        { } phase => Steps.NameOf(phase),
    };

    /// <summary>True for a step in one of the phases: neither a detour nor held. An extra question may stand in front of it.</summary>
    public static bool OnMainPath(Step step) => Superstates.GetValueOrDefault(step) is not (null or Step.Aside);
}
