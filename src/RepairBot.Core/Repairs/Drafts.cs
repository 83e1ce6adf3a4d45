using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>The three-part note a repair builds: what happened, what I understand now, what I will practise differently.</summary>
/// <param name="Happened">Empty until told.</param>
/// <param name="Understand">Empty until told.</param>
/// <param name="Practise">Empty until told.</param>
internal readonly record struct ThreePartNote(string Happened, string Understand, string Practise)
{
    public bool IsComplete => Happened.Length > 0 && Understand.Length > 0 && Practise.Length > 0;

    /// <summary>All parts that are there, one paragraph each.</summary>
    public override string ToString() => string.Join("\n\n", new[] { Happened, Understand, Practise }.Where(part => part.Length > 0));
}

/// <summary>Puts together what a person wrote, out of their own words alone.</summary>
internal static class Drafts
{
    /// <summary>
    /// The note as it stands. A part edited in the draft wins; a part not yet written is filled from the answer it belongs to. What the
    /// screen held, and what is not mine, never gets in.
    /// </summary>
    public static ThreePartNote NoteOf(Repair repair)
    {
        var draft = Usable(repair, Step.Draft);
        return new ThreePartNote(
            First(draft?.Field("happened"), Joined(Words(repair, Step.Happened), Words(repair, Step.Part, "mine"))),
            First(draft?.Field("understand"), Words(repair, Step.Impact), Words(repair, Step.Felt, "felt")),
            First(draft?.Field("practise"), Words(repair, Step.Action), Words(repair, Step.Ask)));
    }

    /// <summary>True while there is nothing that would be said to the other.</summary>
    public static bool IsNothing(Repair repair) => repair.ValueOf(Step.Side) == "hurt-me"
        ? Lacks(repair, Step.Felt, "felt") && Lacks(repair, Step.Felt, "needed") && Lacks(repair, Step.Ask)
        : Lacks(repair, Step.Draft, "happened") && Lacks(repair, Step.Draft, "understand") && Lacks(repair, Step.Draft, "practise")
            && Lacks(repair, Step.Happened) && Lacks(repair, Step.Part, "mine") && Lacks(repair, Step.Impact)
            && Lacks(repair, Step.Felt, "felt") && Lacks(repair, Step.Action) && Lacks(repair, Step.Ask);

    /// <summary>What would be said to the other: the draft, or for the one who was hurt what they felt and ask.</summary>
    public static string ForTheOther(Repair repair)
    {
        if (repair.ValueOf(Step.Side) == "hurt-me")
        {
            return string.Join("\n\n", new[] { Words(repair, Step.Felt, "felt"), Words(repair, Step.Felt, "needed"), Words(repair, Step.Ask) }
                .Where(part => part.Length > 0));
        }

        return NoteOf(repair).ToString();
    }

    /// <summary>The words answered at a step; empty when there are none, or when the screen held them.</summary>
    public static string Words(Repair repair, Step step, string field = "answer") =>
        Usable(repair, step)?.Field(field).Reveal() ?? "";

    private static bool Lacks(Repair repair, Step step, string field = "answer") => string.IsNullOrWhiteSpace(Words(repair, step, field));

    private static string Joined(string one, string other) => one.Length == 0 || other.Length == 0 ? one + other : $"{one}\n{other}";

    private static Answer? Usable(Repair repair, Step step) => repair.AnswerTo(step) is { Skipped: false, Held: false } answer ? answer : null;

    private static string First(PrivateText? edited, params ReadOnlySpan<string> others)
    {
        if (edited is { IsBlank: false } words)
        {
            return words.Reveal();
        }

        foreach (var other in others)
        {
            if (other.Length > 0)
            {
                return other;
            }
        }

        return "";
    }
}
