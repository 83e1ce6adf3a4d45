using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>All words of one language. Immutable; any number of threads may read it.</summary>
public sealed class Guide
{
    private readonly CommonWords common;
    private readonly FrozenDictionary<Step, StepWords> steps;
    private readonly FrozenDictionary<Step, ImmutableArray<ExtraQuestion>> extrasBefore;
    private readonly FrozenDictionary<string, ExtraQuestion> extras;
    private readonly FrozenDictionary<string, ActionOption> moves;

    internal Guide(string language, CommonWords common, IReadOnlyDictionary<Step, StepWords> steps, IReadOnlyList<ExtraQuestion> extras)
    {
        Language = language;
        this.common = common;
        this.steps = steps.ToFrozenDictionary();
        this.extras = extras.ToFrozenDictionary(extra => extra.Id);
        moves = common.Moves.ToFrozenDictionary(move => move.Key, move => new ActionOption(move.Key, move.Value));
        extrasBefore = extras.GroupBy(extra => extra.Before).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The language, as its folder is named: <c>en</c>, <c>es-419</c>.</summary>
    public string Language { get; }

    /// <summary>1 or more; raised with every change that goes live.</summary>
    public int Version => common.Version;

    /// <summary>Words for feelings, in groups.</summary>
    public ImmutableArray<WordGroup> Feelings => common.Feelings;

    /// <summary>Words for needs, in groups.</summary>
    public ImmutableArray<WordGroup> Needs => common.Needs;

    /// <summary>The words of a step that is asked something.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step asks nothing, or is <see cref="Step.Extra"/>, whose words come from
    /// <see cref="Extra"/>.</exception>
    public StepWords Of(Step step) => steps.TryGetValue(step, out var found)
        ? found
        : throw new ArgumentOutOfRangeException(nameof(step), step, "No words belong to it.");

    /// <summary>The words of a question: of its step, or of a coach's own; empty when the guide no longer has that one.</summary>
    public StepWords Of(QuestionKey key) =>
        key.Step != Step.Extra ? Of(key.Step)
        : key.Detail is { } id && Extra(id) is { } extra ? extra.Words
        : StepWords.None;

    /// <summary>The label of a move, such as <c>back</c>.</summary>
    public string Move(string name) => common.Moves.Words(name);

    /// <summary>A move as one option among others.</summary>
    public ActionOption MoveOption(string name) => moves[name];

    /// <summary>A label used in more than one place.</summary>
    public string Label(string name) => common.Labels.Words(name);

    /// <summary>A phase's name as people read it.</summary>
    public string PhaseName(string phase) => common.Phases.Words(phase);

    /// <summary>A message that belongs to no single step.</summary>
    public Template Note(string name) => common.Notes.Words(name);

    /// <summary>The questions asked in front of a step, in order; those whose tags hold are asked. Empty mostly.</summary>
    public ImmutableArray<ExtraQuestion> ExtrasBefore(Step step) => extrasBefore.TryGetValue(step, out var found) ? found : [];

    /// <summary>An extra question by its id; null when this guide has none of that id (any more).</summary>
    public ExtraQuestion? Extra(string id) => extras.GetValueOrDefault(id);
}
