using RepairBot.Core.Coaching;

namespace RepairBot.Core.Tests.Coaching;

/// <summary>Spanish and German to a basic level.</summary>
public sealed class OtherLanguageTests
{
    [Theory]
    [InlineData("es", "Olvidé tu cumpleaños y te quedaste sola. Entiendo por qué te fuiste. ¿Podemos hablar el viernes?")]
    [InlineData("de", "Ich habe deinen Geburtstag vergessen und du musstest allein warten. Ich verstehe, warum du gegangen bist. Können wir am Freitag reden?")]
    public void A_good_draft_is_seen_and_not_faulted(string language, string text)
    {
        var reading = DraftReader.Read(text, language);
        Assert.Empty(reading.Faults);
        Assert.True(reading.Has(Component.Ownership) && reading.Has(Component.Impact) && reading.Has(Component.Empathy) && reading.Has(Component.RevisitInvite));
    }

    [Theory]
    [InlineData("es", "Perdón si te molestó.", Fault.Conditional)]
    [InlineData("es", "Lo siento, pero estaba cansado.", Fault.ButJustification)]
    [InlineData("es", "Tienes que perdonarme ya.", Fault.DemandForgiveness)]
    [InlineData("de", "Tut mir leid, falls dich das verletzt hat.", Fault.Conditional)]
    [InlineData("de", "Tut mir leid, aber ich war müde.", Fault.ButJustification)]
    [InlineData("de", "Du hörst nie zu.", Fault.Absolutes)]
    public void A_fault_is_seen(string language, string text, Fault fault) => Assert.True(DraftReader.Read(text, language).Has(fault));

    [Theory]
    [InlineData("es", "Estaba cansado, pero eso no es excusa.")]
    [InlineData("de", "Ich war müde, aber das ist keine Entschuldigung.")]
    public void A_but_that_rejects_the_excuse_is_no_fault(string language, string text) =>
        Assert.False(DraftReader.Read(text, language).Has(Fault.ButJustification));
}
