using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

public sealed class TemplateTests
{
    [Fact]
    public void Every_placeholder_is_filled_from_the_field_of_its_name()
    {
        var names = typeof(Fillings).GetProperties().Select(property => property.Name.ToLowerInvariant()).ToList();
        var template = Template.Parse("x " + string.Join(',', names.Select(name => $"{{{name}}}"))).Template;
        object values = default(Fillings);
        foreach (var property in typeof(Fillings).GetProperties())
        {
            property.SetValue(values, property.Name.ToLowerInvariant());
        }

        Assert.Equal(Placeholders.All, names.Order(StringComparer.Ordinal));
        Assert.Equal("x " + string.Join(',', names), template.Fill((Fillings)values));
    }

    [Fact]
    public void A_text_without_placeholders_is_the_same_string_each_time()
    {
        var text = string.Concat("Nothing", " to fill.");

        Assert.Same(text, Template.Parse(text).Template.Fill(new Fillings { Who = "Sam" }));
    }

    [Fact]
    public void A_missing_value_leaves_nothing() => Assert.Equal("Hi .", Template.Parse("Hi {who}.").Template.Fill(default));

    [Theory]
    [InlineData("{they} can wait.", "They can wait.")]
    [InlineData("Wait. {they} can wait.", "Wait. They can wait.")]
    [InlineData("Wait.\n\n{their} turn.", "Wait.\n\nTheir turn.")]
    [InlineData("“{they} can wait.”", "“They can wait.”")]
    [InlineData("Really? *{they}* can wait.", "Really? *They* can wait.")]
    [InlineData("What did {they} say?", "What did they say?")]
    [InlineData("Then, {they} said", "Then, they said")]
    [InlineData("{word} is a feeling.", "calm is a feeling.")]
    public void A_person_gets_a_capital_where_a_sentence_starts(string text, string filled) =>
        Assert.Equal(filled, Template.Parse(text).Template.Fill(new Fillings { They = "they", Their = "their", Word = "calm" }));

    [Theory]
    [InlineData("Hi {whom}.", "whom")]
    [InlineData("Hi {Who}.", "Who")]
    [InlineData("Hi {who.", "who.")]
    [InlineData("Hi {}.", "")]
    public void What_is_no_placeholder_stays_and_is_named(string text, string name)
    {
        var (template, unknown) = Template.Parse(text);

        Assert.Equal(name, Assert.Single(unknown));
        Assert.Equal(text, template.Fill(new Fillings { Who = "Sam" }));
    }
}
