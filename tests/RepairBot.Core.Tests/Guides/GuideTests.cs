namespace RepairBot.Core.Tests.Guides;

public sealed class GuideTests
{
    [Fact]
    public void A_guide_with_every_name_has_no_problem()
    {
        var (guide, problems) = new SampleGuide().Read();

        Assert.Empty(problems);
        Assert.Equal(("en", 3), (guide!.Language, guide.Version));
    }
}
