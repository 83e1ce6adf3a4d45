using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

/// <summary>Words whose syllables anybody can count aloud, many of them words a guide uses.</summary>
public sealed class SyllablesTests
{
    [Theory]
    [InlineData(0, "— … {} !")]
    [InlineData(1, "the me you eye said please pause heard hurt time times felt calm breathe breathes called asked used through whole course")]
    [InlineData(1, "I'm you're it's don't can't won't I'll they'll we've weren't hope choose friend brief field true guess quick vague tie 7")]
    [InlineData(2, "doing saying table gentle settled handled wanted needed changes voices maybe something sometimes safety careful lovely statement")]
    [InlineData(2, "didn't haven't isn't that'll would've it'd boss's quiet science create poem lion fuel people business every evening check-in 10")]
    [InlineData(2, "beyond player useful anger question patience special ancient nation someone outside timeline moment rely argue value fluent")]
    [InlineData(3, "another anyone everyone everything idea area violent serious usual quietly hopefully forgiveness agreement")]
    [InlineData(3, "happiest easier together remember promises settlement whoever coercive tiredness continue behaviour media genuine")]
    [InlineData(4, "actually usually experience apologise criticism reality society self-protection")]
    [InlineData(5, "situational immediately apologising uncomfortable")]
    public void Are_counted_as_they_are_spoken(int count, string words) =>
        Assert.All(words.Split(' '), word => Assert.Equal((word, count), (word, Syllables.Of(word))));
}
