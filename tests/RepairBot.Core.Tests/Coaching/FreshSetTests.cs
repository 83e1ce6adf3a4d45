namespace RepairBot.Core.Tests.Coaching;

/// <summary>Floors on the sets written by the label rules after the rules were built. docs/evaluation-coaching.md has the first, unseen figures.</summary>
public sealed class FreshSetTests
{
    [Theory]
    [InlineData("ownership_2026-11-22.jsonl")]
    [InlineData("ownership_2026-11-22b.jsonl")]
    public void Drafts_are_read_at_least_as_well_as_recorded(string file)
    {
        var set = LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, file));
        Assert.InRange(set.MacroF1("components", LabelledSet.Components), 0.94, 1);
        Assert.InRange(set.MacroF1("faults", LabelledSet.Faults), 0.94, 1);
        Assert.InRange(set.FaultlessWronglyFaulted(), 0, 0.04);
        Assert.InRange(set.FaultyWithARightFault(), 0.95, 1);
    }

    [Theory]
    [InlineData("ownership_2026-11-22c.jsonl")]
    [InlineData("ownership_2026-11-22d.jsonl")]
    public void Drafts_of_later_sets_are_read_at_least_as_well_as_recorded(string file)
    {
        var set = LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, file));
        Assert.InRange(set.MacroF1("components", LabelledSet.Components), 0.90, 1);
        Assert.InRange(set.MacroF1("faults", LabelledSet.Faults), 0.84, 1);
        Assert.InRange(set.FaultlessWronglyFaulted(), 0, 0.05);
        Assert.InRange(set.FaultyWithARightFault(), 0.92, 1);
    }

    [Theory]
    [InlineData("horsemen_2026-11-22.jsonl")]
    [InlineData("horsemen_2026-11-22b.jsonl")]
    public void Horsemen_are_read_at_least_as_well_as_recorded(string file) =>
        Assert.InRange(LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, file)).MacroF1("labels", LabelledSet.Horsemen), 0.94, 1);

    [Theory]
    [InlineData("2026-11-22", 0.89)]
    [InlineData("2026-11-22-b", 0.86)]
    public void Held_out_lines_are_read_at_least_as_well_as_recorded(string set, double horsemen)
    {
        var drafts = LabelledSet.Load(Path.Combine(LabelledSet.HeldOutFolder, $"ownership_{set}.jsonl"));
        Assert.InRange(drafts.MacroF1("components", LabelledSet.Components), 0.91, 1);
        Assert.InRange(drafts.MacroF1("faults", LabelledSet.Faults), 0.85, 1);
        Assert.InRange(drafts.FaultlessWronglyFaulted(), 0, 0.07);
        Assert.InRange(drafts.FaultyWithARightFault(), 0.90, 1);

        var lines = LabelledSet.Load(Path.Combine(LabelledSet.HeldOutFolder, $"horsemen_{set}.jsonl"));
        Assert.InRange(lines.MacroF1("labels", LabelledSet.Horsemen), horsemen, 1);
    }
}
