namespace RepairBot.Training;

/// <summary>A labelled line as a model sees it.</summary>
/// <param name="File">The file it stands in: each was written by another hand.</param>
/// <param name="Traits">What is weighed of it.</param>
/// <param name="Is">For each class, whether the line tells of it; null where the model is to learn nothing from it.</param>
/// <param name="Ruled">For each class, whether reviewed rules alone find it.</param>
/// <param name="Plain">Whether no second reader would add a label.</param>
internal sealed record Example(string File, IReadOnlyCollection<string> Traits, bool?[] Is, bool[] Ruled, bool Plain);
