namespace RepairBot.Core.Tests.Coaching;

/// <summary>What typing and keyboards do to a text lowers recall by at most three hundredths.</summary>
public sealed class DisguiseTests
{
    private const double Allowed = 0.03;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var way in new[] { "lower case", "no punctuation", "curly quotes", "emoji", "leet", "typos" })
        {
            data.Add(way, "2026-11-22.jsonl");
            data.Add(way, "2026-11-22b.jsonl");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Faults_are_still_seen(string way, string file)
    {
        var set = LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, "ownership_" + file));
        var plain = set.Recall("faults", LabelledSet.Faults);
        Assert.InRange(set.Recall("faults", LabelledSet.Faults, t => Disguise.Of(way, t)), plain - Allowed, 1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Components_are_still_seen(string way, string file)
    {
        var set = LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, "ownership_" + file));
        var plain = set.Recall("components", LabelledSet.Components);
        Assert.InRange(set.Recall("components", LabelledSet.Components, t => Disguise.Of(way, t)), plain - Allowed, 1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Horsemen_are_still_seen(string way, string file)
    {
        var set = LabelledSet.Load(Path.Combine(LabelledSet.FreshFolder, "horsemen_" + file));
        var plain = set.Recall("labels", LabelledSet.Horsemen);
        Assert.InRange(set.Recall("labels", LabelledSet.Horsemen, t => Disguise.Of(way, t)), plain - Allowed, 1);
    }
}
