using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

public sealed class ScreenTests
{
    private static readonly Screen Screen = new();

    [Theory]
    [InlineData("I want to kill myself", Risk.CrisisSelfHarm, RiskDirection.Self)]
    [InlineData("My husband said he hit me because I was late", Risk.ViolenceToUser, RiskDirection.ToUser)]
    [InlineData("i slapped her and i want to say sorry", Risk.ViolenceByUser, RiskDirection.ByUser)]
    [InlineData("she checks my phone", Risk.CoerciveControl, RiskDirection.ToUser)]
    public void An_explicit_risk_is_seen_with_its_direction(string text, Risk risk, RiskDirection direction)
    {
        var hit = Assert.IsType<ScreeningResult.Hit>(Screen.Read(text, "en"));

        Assert.Contains(risk, hit.Risks);
        Assert.Equal(direction, hit.Direction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I forgot his birthday and he was sad")]
    [InlineData("he beat me at chess")]
    public void Ordinary_text_is_clear(string text) => Assert.IsType<ScreeningResult.Clear>(Screen.Read(text, "en"));

    [Fact]
    public void A_defect_inside_becomes_Failed_and_never_an_exception()
    {
        var broken = new Screen((_, _) => throw new InvalidOperationException("broken on purpose"));

        Assert.IsType<ScreeningResult.Failed>(broken.Read("anything", "en"));
    }

    [Fact]
    public void No_text_at_all_is_a_defect_of_the_caller_and_still_fails_towards_safety() =>
        Assert.IsType<ScreeningResult.Failed>(Screen.Read(null!, "en"));

    [Fact]
    public void The_most_urgent_kind_comes_first_and_gives_the_direction()
    {
        var hit = Assert.IsType<ScreeningResult.Hit>(Screen.Read("I slapped her. Now I want to kill myself.", "en"));

        Assert.Equal<Risk>([Risk.CrisisSelfHarm, Risk.ViolenceByUser], hit.Risks);
        Assert.Equal(RiskDirection.Self, hit.Direction);
    }

    /// <summary>Little words tell which language a text is in; where none do, what is taken for granted is the conversation's.</summary>
    [Theory]
    [InlineData("quiero morirme y no quiero que nadie lo sepa", "en")]
    [InlineData("ich will nicht mehr leben und keiner soll es wissen", "en")]
    [InlineData("I want to kill myself and nobody must know", "de")]
    [InlineData("quiero morirme", "en")]
    [InlineData("ich will sterben", "es")]
    public void A_risk_in_another_language_than_the_conversations_is_seen(string text, string language) =>
        Assert.IsType<ScreeningResult.Hit>(Screen.Read(text, language));

    [Fact]
    public void Words_that_another_language_has_too_do_not_change_the_language() =>
        Assert.IsType<ScreeningResult.Clear>(Screen.Read("He hears a knock, and the door stays closed until he answers.", "en"));

    [Theory]
    [InlineData("es")]
    [InlineData("de")]
    public void Plain_English_in_another_languages_conversation_is_weighed_as_English(string language) =>
        Assert.IsType<ScreeningResult.Clear>(Screen.Read("Sorry, I was late for dinner again and I did not call you about it.", language));
}
