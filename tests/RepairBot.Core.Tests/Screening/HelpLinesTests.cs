using System.Collections.Immutable;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

public sealed class HelpLinesTests
{
    private static readonly HelpLinesOf World = new(null, Dial("the number of your country"), [Line("w-crisis", HelpLineKind.Crisis), Line("w-abuse", HelpLineKind.Abuse)]);

    [Fact]
    public void An_unknown_country_is_shown_the_directories_and_a_sentence()
    {
        var offer = With([]).For("ZZ", [Risk.CrisisSelfHarm], RiskDirection.Self);

        Assert.Null(offer.Country);
        Assert.Equal("the number of your country", offer.Emergency.Words);
        Assert.Equal(["w-crisis"], Ids(offer));
    }

    [Fact]
    public void The_country_may_be_written_in_any_case() =>
        Assert.Equal("Example", With([]).For(" xa ", [Risk.CrisisSelfHarm], RiskDirection.Self).Country);

    [Fact]
    public void Few_lines_are_followed_by_the_directories() =>
        Assert.Equal(["one", "w-crisis"], Ids(With([Line("one", HelpLineKind.Crisis)]).For("XA", [Risk.CrisisSelfHarm], RiskDirection.Self)));

    [Fact]
    public void At_most_four_lines_are_shown_and_no_kind_is_crowded_out()
    {
        var lines = With([.. Enumerable.Range(1, 6).Select(i => Line($"c{i}", HelpLineKind.Crisis)), Line("a", HelpLineKind.Abuse)]);

        Assert.Equal(["c1", "a", "c2", "c3"], Ids(lines.For("XA", [Risk.CrisisSelfHarm, Risk.CoerciveControl], RiskDirection.Other)));
    }

    [Theory]
    [InlineData(Risk.ViolenceByUser, RiskDirection.ByUser, "own")]
    [InlineData(Risk.CoerciveControl, RiskDirection.ByUser, "own")]
    [InlineData(Risk.ViolenceToUser, RiskDirection.ToUser, "abuse")]
    [InlineData(Risk.CoerciveControl, RiskDirection.ToUser, "abuse")]
    [InlineData(Risk.ChildRisk, RiskDirection.ByUser, "child")]
    [InlineData(Risk.ChildRisk, RiskDirection.Other, "child")]
    public void The_line_fits_the_risk_and_its_direction(Risk risk, RiskDirection direction, string first)
    {
        var lines = With([Line("abuse", HelpLineKind.Abuse), Line("own", HelpLineKind.Abuser), Line("child", HelpLineKind.Child)]);

        Assert.Equal(first, Ids(lines.For("XA", [risk], direction))[0]);
    }

    [Fact]
    public void Threatening_suicide_to_keep_someone_is_answered_with_the_line_for_people_who_control()
    {
        var lines = With([Line("crisis", HelpLineKind.Crisis), Line("abuse", HelpLineKind.Abuse), Line("own", HelpLineKind.Abuser)]);

        Assert.Equal(["crisis", "own"], Ids(lines.For("XA", [Risk.CrisisSelfHarm, Risk.CoerciveControl], RiskDirection.Self)));
    }

    [Fact]
    public void Without_a_line_for_people_who_use_violence_the_abuse_lines_stand_in() =>
        Assert.Equal(["abuse", "w-abuse"], Ids(With([Line("abuse", HelpLineKind.Abuse)]).For("XA", [Risk.ViolenceByUser], RiskDirection.ByUser)));

    [Fact]
    public void Asking_for_help_without_a_reason_shows_a_line_of_every_kind()
    {
        var lines = With([Line("c", HelpLineKind.Crisis), Line("c2", HelpLineKind.Crisis), Line("a", HelpLineKind.Abuse), Line("y", HelpLineKind.Child)]);

        Assert.Equal(["c", "a", "y", "c2"], Ids(lines.For("XA", [], RiskDirection.Self)));
    }

    private static HelpLines With(ImmutableArray<HelpLine> lines) =>
        new(World, ImmutableDictionary.CreateRange([KeyValuePair.Create("XA", new HelpLinesOf("Example", Dial("555"), lines))]));

    private static HelpLine Line(string id, HelpLineKind kind) =>
        new(id, [kind], id, "Call 1", null, null, [], "https://example.org", new DateOnly(2026, 11, 21));

    private static Emergency Dial(string words) => new(words, "https://example.org", new DateOnly(2026, 11, 21));

    private static string[] Ids(HelpOffer offer) => [.. offer.Lines.Select(line => line.Id)];
}
