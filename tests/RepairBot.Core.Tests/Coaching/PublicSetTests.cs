namespace RepairBot.Core.Tests.Coaching;

/// <summary>Floors on the public development sets, a little under what docs/evaluation.md records. They keep a change from making things worse unseen.</summary>
public sealed class PublicSetTests
{
    private static LabelledSet Set(string name)
    {
        var folder = LabelledSet.PublicFolder();
        Skip.If(folder is null, "The public labelled sets are not beside this repository.");
        return LabelledSet.Load(Path.Combine(folder!, name));
    }

    [SkippableFact]
    public void Drafts_are_read_at_least_as_well_as_recorded()
    {
        var set = Set("ownership_dev.jsonl");
        Assert.InRange(set.MacroF1("components", LabelledSet.Components), 0.93, 1);
        Assert.InRange(set.MacroF1("faults", LabelledSet.Faults), 0.90, 1);
        Assert.InRange(set.FaultlessWronglyFaulted(), 0, 0.04);
        Assert.InRange(set.FaultyWithARightFault(), 0.95, 1);
    }

    [SkippableFact]
    public void Horsemen_are_read_at_least_as_well_as_recorded() =>
        Assert.InRange(Set("horsemen_dev.jsonl").MacroF1("labels", LabelledSet.Horsemen), 0.95, 1);
}
