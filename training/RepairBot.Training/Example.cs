using RepairBot.Core.Coaching.Weights;

namespace RepairBot.Training;

/// <summary>A labelled line as a model sees it.</summary>
/// <param name="File">The hand that wrote it: one file each, unless a subject says otherwise.</param>
/// <param name="Traits">What is weighed of it.</param>
/// <param name="Is">For each class, whether the line tells of it; null where the model is to learn nothing from it.</param>
/// <param name="Ruled">For each class, whether reviewed rules alone find it.</param>
/// <param name="Plain">Whether no second reader would add a label.</param>
internal sealed record Example(string File, IReadOnlyCollection<string> Traits, bool?[] Is, bool[] Ruled, bool Plain)
{
    /// <summary>What is weighed of it and of each of its parts, for a subject that weighs parts by themselves; else null.</summary>
    public CoachingTraits? WithParts { get; init; }

    /// <summary>The traits of each of its parts.</summary>
    public IEnumerable<string[]> Parts => WithParts is null ? [] : WithParts.Parts.Select(part => Array.ConvertAll(part, number => WithParts.Names[number]));

    /// <summary>Whether rules were made by it: it is learned from, and says nothing of how well unseen lines are read.</summary>
    public bool Known { get; init; }
}
