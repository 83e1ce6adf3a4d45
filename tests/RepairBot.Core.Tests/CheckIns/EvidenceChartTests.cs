using System.Text;
using System.Xml.Linq;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.CheckIns.Evidence;
using static RepairBot.Core.Tests.CheckIns.Days;

namespace RepairBot.Core.Tests.CheckIns;

public sealed class EvidenceChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly EvidenceWords Words = new(
        "What you did, with dates", "Kept", "Partly", "Not yet", "Ended", "Nothing is written down yet.", "Earlier ones are in the text.");

    [Fact]
    public void Each_fact_has_its_date_its_word_and_its_act_oldest_first()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-14", "not-yet", "Call at seven"), Said("2026-06-11", "kept", "Wash up")], Words);

        Assert.Equal("What you did, with dates. 2026-06-11: Kept, Wash up. 2026-06-14: Not yet, Call at seven.", chart.Alt);
        Assert.Equal(
            ["What you did, with dates", "2026-06-11", "Kept", "Wash up", "2026-06-14", "Not yet", "Call at seven"],
            Texts(chart));
    }

    [Fact]
    public void The_picture_says_its_alt_text_itself()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-11", "kept", "Wash up")], Words);
        var root = XDocument.Parse(chart.Svg).Root!;

        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(chart.Alt, root.Element(Svg + "desc")?.Value);
        Assert.Equal("What you did, with dates", root.Element(Svg + "title")?.Value);
    }

    [Fact]
    public void Each_answer_has_a_shape_of_its_own()
    {
        string[] answers = ["kept", "partly", "not-yet", "end"];

        var shapes = answers.Select(said => XDocument.Parse(EvidenceChart.Draw([Said("2026-06-11", said, "")], Words).Svg)
            .Descendants(Svg + "g").Single().Elements().Where(shape => shape.Name != Svg + "text")
            .Aggregate("", (all, shape) => all + shape));

        Assert.Equal(answers.Length, shapes.Distinct().Count());
    }

    [Fact]
    public void All_ink_is_one_colour_on_white()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-11", "kept", ""), Said("2026-06-12", "partly", ""), Said("2026-06-13", "end", "")], Words);

        var colours = XDocument.Parse(chart.Svg).Descendants().Attributes().Where(a => a.Name == "fill" || a.Name == "stroke").Select(a => a.Value);

        Assert.Equal(["#1f2933", "#ffffff", "none"], colours.Distinct().Order());
    }

    [Fact]
    public void With_nothing_written_down_it_says_so()
    {
        var chart = EvidenceChart.Draw([], Words);

        Assert.Equal("What you did, with dates. Nothing is written down yet.", chart.Alt);
        Assert.Equal(["What you did, with dates", "Nothing is written down yet."], Texts(chart));
    }

    [Fact]
    public void What_a_person_writes_stays_text()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-11", "kept", "</text><script>alert(1)</script>&\"' \0\u0001\ud800 \uffff x")], Words);

        Assert.DoesNotContain("<script", chart.Svg, StringComparison.Ordinal);
        Assert.Contains("</text><script>alert(1)</script>&\"' x", Texts(chart));
        Assert.DoesNotContain(XDocument.Parse(chart.Svg).Descendants(), element => element.Name.LocalName is "script" or "style" or "a" or "image");
    }

    [Fact]
    public void A_long_act_is_broken_between_words_and_cut()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-11", "kept", string.Join(' ', Enumerable.Repeat("wash the dishes", 40)))], Words);

        var lines = Texts(chart).Skip(3).ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 40, 57));
        Assert.All(lines, line => Assert.Matches("(wash|the|dishes)…?$", line));
        Assert.EndsWith("…", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_wide_signs_has_half_as_many()
    {
        var chart = EvidenceChart.Draw([Said("2026-06-11", "kept", new string('中', 40))], Words);

        Assert.Equal([28, 12], Texts(chart).Skip(3).Select(line => line.Length));
    }

    [Fact]
    public void The_last_ones_are_shown_and_the_rest_is_named()
    {
        var chart = EvidenceChart.Draw(Enumerable.Range(0, 100).Select(day => Said(Day("2026-01-01").AddDays(day), "kept", "Wash up")), Words);

        Assert.Equal(EvidenceChart.MostEntries, XDocument.Parse(chart.Svg).Descendants(Svg + "g").Count());
        Assert.Contains("Earlier ones are in the text.", Texts(chart));
        Assert.Contains("2026-04-10", Texts(chart));
    }

    [Fact]
    public void The_heaviest_picture_keeps_within_64_KB() => Assert.All(
        ["\"", "👩‍👩‍👧‍👦", "<", "é", "a", "\n", "a\u0301\u0302\u0303\u0304\u0305\u0306", "中"],
        sign =>
        {
            var act = string.Concat(Enumerable.Repeat(sign, 4000 / sign.Length));
            var chart = EvidenceChart.Draw(Enumerable.Range(0, 100).Select(day => Said(Day("2026-01-01").AddDays(day), "partly", act)), Words);

            XDocument.Parse(chart.Svg);
            Assert.InRange(Encoding.UTF8.GetByteCount(chart.Svg), 1000, 64 * 1024);
        });

    private static CheckInAnswer Said(string day, string said, string act) => Said(Day(day), said, act);

    private static CheckInAnswer Said(DateOnly day, string said, string act) =>
        new(1, new PrivateText(act), day, Utc("2026-06-11 16:00"), said);

    private static IEnumerable<string> Texts(EvidenceChart chart) =>
        XDocument.Parse(chart.Svg).Descendants(Svg + "text").Select(text => text.Value);
}
