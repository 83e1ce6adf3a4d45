using RepairBot.Core.Reading;

namespace RepairBot.Core.Tests.Reading;

public sealed class ClauseReadingTests
{
    private static readonly Lexicon English = LexiconLoader.Load("en", "Coaching");

    [Theory]
    [InlineData("i told coach u skipped bc u were hungover", "i told coach|you skipped|because you were hungover")]
    [InlineData("I forgot the eggs and sat down", "i forgot the eggs|and sat down")]
    [InlineData("I made you feel small", "i made you feel small")]
    [InlineData("You cried, so I left", "you cried|so i left")]
    public void Clauses_are_found_with_and_without_punctuation(string text, string expected)
    {
        var read = English.Read(text);
        Assert.Equal(expected, string.Join('|', read.Clauses.Select(c => string.Join(' ', read.Tokens[c.First..c.End].Select(t => t.Word)))));
    }

    [Theory]
    [InlineData("I skipped it", Person.First, Tense.Past)]
    [InlineData("you were hurt", Person.Second, Tense.Past)]
    [InlineData("I'll call", Person.First, Tense.Future)]
    [InlineData("I've called", Person.First, Tense.Perfect)]
    [InlineData("the bus was late", Person.Third, Tense.Past)]
    [InlineData("we could talk", Person.FirstPlural, Tense.Modal)]
    [InlineData("you forget things", Person.Second, Tense.Present)]
    public void A_clause_knows_its_subject_and_time(string text, Person subject, Tense tense)
    {
        var clause = Assert.Single(English.Read(text).Clauses);
        Assert.Equal((subject, tense), (clause.Subject, clause.Tense));
    }

    [Fact]
    public void Conditions_and_denials_are_known()
    {
        Assert.True(English.Read("sorry if i hurt you").Clauses[^1].Conditional);
        Assert.True(English.Read("i did not call").Clauses[0].Negated);
        Assert.False(English.Read("i called").Clauses[0].Negated);
    }
}
