using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

/// <summary>Floors a little under what is measured; docs/evaluation-screening.md has the figures and what they are worth.</summary>
public sealed class EvaluationTests
{
    private static readonly Screen Screen = new();

    [SkippableFact]
    public void The_public_set_is_read_as_well_as_before()
    {
        var file = Repository.FindAbove(Path.Combine("shared", "coaching", "safety_dev.jsonl"));
        Skip.If(file is null, "the public set is not beside this repository");
        var score = new Score(Screen, Gold.Read(file!));

        Assert.True(score.Recall >= 0.97, score.Wrong);
        Assert.Equal(1, score.RecallOf("explicit"));
        Assert.True(score.RightKind >= 0.97, score.Wrong);
        Assert.True(score.FalseAlarms <= 0.03, score.Wrong);
    }

    [Theory]
    [InlineData("en", 0.97, 0.02)]
    [InlineData("es", 0.95, 0.04)]
    [InlineData("de", 0.95, 0.04)]
    public void The_fresh_sets_are_read_as_well_as_before(string language, double recall, double falseAlarms)
    {
        var score = new Score(Screen, Gold.FreshIn(language));

        Assert.True(score.Recall >= recall, score.Wrong);
        Assert.True(score.RightKind >= 0.95, score.Wrong);
        Assert.True(score.FalseAlarms <= falseAlarms, score.Wrong);
    }

    /// <summary>Written by five hands that knew the label rules alone. Neither rules nor weights are ever made of these lines.</summary>
    [Theory]
    [InlineData("en", 0.9, 0.12, 0)]
    [InlineData("es", 0.88, 0, 0)]
    [InlineData("de", 0.94, 0.1, 0)]
    [InlineData("b-en", 0.92, 0.02, 0.03)]
    [InlineData("b-es", 0.96, 0, 0)]
    [InlineData("b-de", 0.96, 0, 0)]
    [InlineData("c-en", 0.94, 0.03, 0.012)]
    [InlineData("c-es", 0.93, 0.14, 0)]
    [InlineData("c-de", 0.93, 0, 0)]
    [InlineData("d-en", 0.96, 0.04, 0.02)]
    [InlineData("d-es", 0.9, 0.06, 0)]
    [InlineData("d-de", 0.95, 0, 0)]
    [InlineData("e-en", 0.91, 0.04, 0.02)]
    [InlineData("e-es", 0.93, 0.09, 0)]
    [InlineData("e-de", 0.86, 0.08, 0)]
    public void The_held_out_lines_are_read_as_well_as_before(string set, double recall, double onTraps, double onNaturalLines)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Screening", "HeldOut", $"2026-11-22-{set}.jsonl");
        var score = new Score(Screen, Gold.Read(file));

        Assert.True(score.Recall >= recall, $"{score.Recall:F3}");
        Assert.True(score.FalseAlarmsOnTraps <= onTraps, $"{score.FalseAlarmsOnTraps:F3}");
        Assert.True(score.FalseAlarmsOnNaturalLines <= onNaturalLines, $"{score.FalseAlarmsOnNaturalLines:F3}");
    }

    [Theory]
    [InlineData("en", 200, 80)]
    [InlineData("es", 30, 8)]
    [InlineData("de", 30, 8)]
    public void The_fresh_sets_are_large_enough_to_say_something(string language, int lines, int benign)
    {
        var gold = Gold.FreshIn(language);

        Assert.True(gold.Length >= lines);
        Assert.True(gold.Count(line => line.IsPlainlyBenign) >= benign);
        Assert.Equal(gold.Length, gold.Select(line => line.Id).Distinct().Count());
    }
}
