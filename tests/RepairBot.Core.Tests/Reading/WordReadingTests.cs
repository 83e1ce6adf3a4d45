using RepairBot.Core.Reading;

namespace RepairBot.Core.Tests.Reading;

public sealed class WordReadingTests
{
    private static readonly Lexicon English = LexiconLoader.Load("en", "Coaching");

    private static string Words(string text) => string.Join(' ', English.Read(text).Tokens.Select(t => t.Word));

    [Theory]
    [InlineData("I’m sorry", "i am sorry")]
    [InlineData("ur laptop kinda fell", "your laptop kind of fell")]
    [InlineData("ur such a clown", "you are such a clown")]
    [InlineData("I won't, can't, didn't", "i will not can not did not")]
    [InlineData("im gonna tell u bc u asked", "i am going to tell you because you asked")]
    [InlineData("SOOOO sorryyy", "so sorry")]
    [InlineData("y0u st00d th3r3 4nd w41t3d", "you stood there and waited")]
    [InlineData("1 f0rg0t y0ur b1rthd4y", "i forgot your birthday")]
    [InlineData("I forgto your brithday becuase", "i forgot your birthday because")]
    [InlineData("ｓｏｒｒｙ\u200b", "sorry")]
    [InlineData("at 5pm on the 9th, 20mins", "at 5pm on the 9th 20mins")]
    [InlineData("sorry 😭😭", "sorry")]
    public void Written_words_become_plain_ones(string written, string plain) => Assert.Equal(plain, Words(written));

    [Theory]
    [InlineData("I told Zoe and Lena")]
    [InlineData("you missed the show and I shared your news")]
    [InlineData("he was teasing you about the numbers")]
    public void Known_words_names_and_ordinary_forms_are_left_alone(string text) => Assert.Equal(text.ToLowerInvariant(), Words(text));

    [Fact]
    public void A_span_covers_the_word_as_written()
    {
        const string text = "Well, I'm “so” sorry";
        var read = English.Read(text);
        Assert.Equal(["Well", "I'm", "I'm", "so", "sorry"], read.Tokens.Select(t => t.Span.In(text)));
    }

    [Fact]
    public void Only_closed_quotation_marks_quote()
    {
        Assert.Contains(English.Read("you wrote \"never again\" and left").Tokens, t => t.Traits.HasFlag(TokenTraits.Quoted));
        Assert.DoesNotContain(English.Read("you wrote \"never again and left").Tokens, t => t.Traits.HasFlag(TokenTraits.Quoted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud800")]
    [InlineData("'''\"\"\"''")]
    [InlineData("\0\0\0")]
    [InlineData("....?!;;;")]
    public void Any_text_can_be_read(string text) => Assert.Empty(English.Read(text).Tokens);
}
