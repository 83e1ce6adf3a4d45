using RepairBot.Core.Reading;

namespace RepairBot.Core.Tests.Reading;

public sealed class PatternTests
{
    private static string Found(string pattern, string text, string extra = "")
    {
        var yaml = $"rules:\n  - id: r\n    kind: k\n    match: ['{pattern}']\n{extra}";
        var lexicon = LexiconLoader.Load("en", [.. Shared, ("test", yaml)]);
        return string.Join('|', lexicon.Match(lexicon.Read(text)).Select(m => m.Span.In(text)));
    }

    private static (string, string)[] Shared { get; } = LexiconLoader.Shared("en");

    [Theory]
    [InlineData("sorry if", "So sorry, if I may", "sorry, if")]
    [InlineData("sorry|glad ~leave", "sorry left, glad leaving", "sorry left|glad leaving")]
    [InlineData("i ~be.past? late", "i late i was late", "i late|i was late")]
    [InlineData("you ..2 late", "you late. you are too late. you are far too very late", "you late|you are too late")]
    [InlineData("(i am | you are) late", "I'm late you're late he is late", "I'm late|you're late")]
    [InlineData("very (not so)? late", "very late very not so late", "very late|very not so late")]
    [InlineData("^ late", "late he was late", "late")]
    [InlineData("late $", "he is late, very late now", "late")]
    [InlineData("so !much", "so much so little", "so")]
    [InlineData("<!not late", "not late but late", "late")]
    [InlineData("<so late", "so late but late", "late")]
    [InlineData("late / sorry", "late. Sorry", "late. Sorry")]
    [InlineData("late sorry", "late. Sorry", "")]
    [InlineData("late , sorry", "late, sorry late sorry", "late, sorry")]
    [InlineData("late _ sorry", "late, sorry late sorry", "late sorry")]
    [InlineData("* late", "how late", "how late")]
    [InlineData("@number", "at 9", "9")]
    public void Every_step_of_the_language_works(string pattern, string text, string expected) => Assert.Equal(expected, Found(pattern, text));

    [Fact]
    public void Guards_look_near_by_or_at_the_whole_text()
    {
        Assert.Equal("late", Found("late", "he is late"));
        Assert.Equal("", Found("late", "he is late today", "    unless: ['today']"));
        Assert.Equal("late", Found("late", "he is late. today", "    unless: ['today']"));
        Assert.Equal("", Found("late", "he is late. today", "    unless-text: ['today']"));
        Assert.Equal("", Found("late", "he is late", "    with: ['today']"));
        Assert.Equal("late", Found("late", "today. he is late", "    with-text: ['today']"));
        Assert.Equal("", Found("late", "\"late\""));
        Assert.Equal("late", Found("late", "\"late\"", "    quoted: true"));
    }

    [Fact]
    public void A_row_that_rules_share_has_a_name()
    {
        const string phrases = "phrases:\n  they: 'he|she | my {one}'\n  one: 'boss|friend'\n";

        Assert.Equal("late my friend|late she", Found("late {they}", "late my friend late I late she", phrases));
        Assert.Throws<FormatException>(() => Found("late {who}", "late", phrases));
        Assert.Throws<FormatException>(() => Found("late {a}", "late", "phrases:\n  a: '{b}'\n  b: '{a}'\n"));
    }

    [Theory]
    [InlineData("(a b")]
    [InlineData("a b)")]
    [InlineData("a?")]
    [InlineData("..40 a")]
    [InlineData("@nothere")]
    [InlineData("don''t")]
    [InlineData("a|")]
    public void A_malformed_pattern_is_named(string pattern) =>
        Assert.Contains("'r'", Assert.Throws<FormatException>(() => Found(pattern, "text")).Message, StringComparison.Ordinal);
}
