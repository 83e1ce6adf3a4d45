using RepairBot.Core.Reading.Weights;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Reading;

/// <summary>Classes of words of like meaning, and the traits made of them.</summary>
public sealed class WordClassesTests
{
    private const string File = "# a comment\npassport licence visa\ntook hid kept\n";

    private static readonly RiskRules Rules = new("en");

    [Fact]
    public void A_class_is_named_by_its_most_frequent_word()
    {
        var classes = WordClasses.Read(new StringReader(File));

        Assert.Equal("{passport}", classes.NameOf("visa"));
        Assert.Equal("{passport}", classes.NameOf("passport"));
        Assert.Null(classes.NameOf("comment"));
    }

    [Fact]
    public void Words_of_one_class_have_the_same_traits_of_it()
    {
        var classes = WordClasses.Read(new StringReader(File));

        var one = Traits("he hid my licence", classes).Where(trait => trait.Contains('{', StringComparison.Ordinal)).ToList();
        var other = Traits("she took my visa", classes).Where(trait => trait.Contains('{', StringComparison.Ordinal));

        Assert.Contains("they>{passport}", one);
        Assert.Equal(one.Order(StringComparer.Ordinal), other.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_classes_side_by_side_are_a_trait_within_a_sentence_only()
    {
        var classes = WordClasses.Read(new StringReader(File));

        Assert.Contains("{took} {passport}", Traits("he hid visas. he kept licence", classes));
        Assert.DoesNotContain("{took} {passport}", Traits("that is what he kept. Visa please", classes));
    }

    [Fact]
    public void A_slip_shares_traits_with_the_word_that_was_meant_also_without_classes() =>
        Assert.Contains("~isol", Traits("isolatted", null).Intersect(Traits("isolation", null)));

    [Fact]
    public void The_classes_of_English_are_there_and_those_of_other_languages_not()
    {
        var classes = WordClasses.Of("en")!;

        Assert.Equal(classes.NameOf("aunt"), classes.NameOf("uncle"));
        Assert.NotEqual(classes.NameOf("aunt"), classes.NameOf("passport"));
        Assert.Null(WordClasses.Of("de"));
    }

    private static HashSet<string> Traits(string words, WordClasses? classes)
    {
        var text = Rules.Words(words);
        var traits = new HashSet<string>(StringComparer.Ordinal);
        ClassTraits.Add(traits, text, 0, text.Tokens.Length, classes);
        return traits;
    }
}
