using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

public sealed class ReadingLevelTests
{
    // 6 words, 2 sentences, 7 syllables: 0.39 × 3 + 11.8 × 7/6 − 15.59.
    [Fact]
    public void Is_the_grade_of_flesch_and_kincaid() =>
        Assert.Equal((0.39 * 3) + (11.8 * 7 / 6) - 15.59, ReadingLevel.Of("We can wait. Take your time-out.").Grade, 6);

    [Theory]
    [InlineData("You wait here. Then you go on.", "You wait here.\nThen you go on")]
    [InlineData("You wait here. Then you go on.", "You wait here! Then you go on…")]
    [InlineData("You wait here. Then you go on.", "You {who} wait here. {they} Then you go on.")]
    [InlineData("You wait here. Then you go on.", "You wait “considerable accompaniment” here. Then you `/repair` go on.")]
    [InlineData("You wait here. Then you go on.", "You wait here “for a considerable time.” Then you go on.")]
    [InlineData("You wait here and then you go on.", "You wait here “for considerable time.” and then you go on.")]
    [InlineData("You wait at two pm and then you go on.", "You wait at two p.m. and then you go on.")]
    public void Placeholders_quotes_and_signs_of_an_end_leave_the_same_grade(string plain, string dressed) =>
        Assert.Equal(ReadingLevel.Of(plain).Grade, ReadingLevel.Of(dressed).Grade, 6);

    [Theory]
    [InlineData("", 0)]
    [InlineData("One two — three/four, {who}? “Five.”", 6)]
    [InlineData("well-being counts 10 …", 3)]
    public void Words_are_counted_as_a_reader_does(string text, int words) => Assert.Equal(words, ReadingLevel.Words(text));

    [Fact]
    public void A_text_of_nothing_but_quotes_has_no_grade() => Assert.Equal((0, 0d), ReadingLevel.Of("“I was wrong.” “So was I.”"));
}
