using RepairBot.Core.Coaching;

namespace RepairBot.Core.Tests.Coaching;

public sealed class ReaderTests
{
    [Fact]
    public void A_finding_quotes_the_words_and_names_its_rule()
    {
        const string text = "I forgot the eggs. Sorry if that felt bad.";
        var fault = Assert.Single(DraftReader.Read(text).Faults);
        Assert.Equal(Fault.Conditional, fault.Kind);
        Assert.StartsWith("Sorry if", fault.Span.In(text), StringComparison.Ordinal);
        Assert.Equal("conditional.sorry-if", fault.Rule);
    }

    [Theory]
    [InlineData("I shouted, but you started it.", true)]
    [InlineData("I shouted, but that is no excuse.", false)]
    [InlineData("I was tired, but I should have called.", false)]
    [InlineData("I should have called. I was tired, though.", true)]
    [InlineData("I did nothing but complain.", false)]
    public void A_contrast_is_a_fault_only_where_it_turns_to_an_excuse(string text, bool isFault) =>
        Assert.Equal(isFault, DraftReader.Read(text).Has(Fault.ButJustification));

    [Theory]
    [InlineData("You said \"you never listen\" and I didn't.", false)]
    [InlineData("You said I never listen and you were right.", false)]
    [InlineData("You never listen.", true)]
    [InlineData("I will never read your messages again.", false)]
    public void Quotes_and_promises_are_no_generalisations(string text, bool isFault) =>
        Assert.Equal(isFault, DraftReader.Read(text).Has(Fault.Absolutes));

    [Theory]
    [InlineData("I will never shout again", ActionConcern.Vow)]
    [InlineData("Make her trust me", ActionConcern.Outcome)]
    [InlineData("Check his phone every night", ActionConcern.Controlling)]
    [InlineData("Be better", ActionConcern.Vague)]
    [InlineData("Wash the dishes", ActionConcern.Undated)]
    [InlineData("On Monday I'll cook, and call her mum", ActionConcern.Several)]
    public void An_act_that_cannot_be_kept_or_seen_is_noted(string text, ActionConcern concern) =>
        Assert.Contains(ActionReader.Read(text).Concerns, c => c.Kind == concern);

    [Theory]
    [InlineData("On Tuesday at 7 I'll wash the dishes")]
    [InlineData("Put my phone in the drawer when we eat")]
    [InlineData("I'll text her when I leave work")]
    public void An_act_that_can_be_kept_and_seen_passes(string text)
    {
        var reading = ActionReader.Read(text);
        Assert.Empty(reading.Concerns);
        Assert.NotNull(reading.Doing);
        Assert.NotNull(reading.When);
    }

    [Fact]
    public void A_reflection_is_read_for_feeling_check_rebuttal_and_shared_words()
    {
        var good = ReflectionReader.Read("You felt alone waiting at the station. Did I get that right?", "I waited at the station for an hour");
        Assert.Empty(good.Concerns);
        Assert.Equal(2, good.Echoed);
        var poor = ReflectionReader.Read("But I was at work. You should relax. Why did you wait?");
        Assert.Equal(
            [ReflectionConcern.Rebuttal, ReflectionConcern.Advice, ReflectionConcern.Why, ReflectionConcern.NoFeeling, ReflectionConcern.NoCheck],
            poor.Concerns.Select(c => c.Kind));
    }

    [Theory]
    [InlineData("I'm a terrible person and I hate myself", Mood.Shame)]
    [InlineData("That's not my fault, you did it too", Mood.Defence)]
    [InlineData("Just tell me what to write", Mood.Rush)]
    [InlineData("She lied to me. She left. They all laughed.", Mood.Blame)]
    [InlineData("We should just make a rota, problem solved", Mood.Solving)]
    [InlineData("Why did he do that back then?", Mood.OldWhy)]
    public void A_mood_that_shows_is_named(string text, Mood mood) => Assert.Contains(MoodReader.Read(text), m => m.Kind == mood);

    [Theory]
    [InlineData("I forgot to call her on Sunday")]
    [InlineData("")]
    public void A_plain_answer_has_no_mood(string text) => Assert.Empty(MoodReader.Read(text));

    [Fact]
    public void Small_questions_are_answered()
    {
        Assert.True(AnswerReader.IsAboutSelf("i shut down"));
        Assert.False(AnswerReader.IsAboutSelf("She ignored everybody"));
        Assert.True(AnswerReader.OnlyIntent("I only wanted to help"));
        Assert.False(AnswerReader.OnlyIntent("I only wanted to help and she felt small"));
        Assert.NotEmpty(AnswerReader.MindReading("You wanted to hurt me"));
        Assert.Empty(AnswerReader.MindReading("You asked me to wait"));
        var specific = AnswerReader.Specificity("I shouted at her at dinner and she went quiet");
        Assert.True(specific is { Act: not null, WhenOrWhere: not null, Effect: not null });
        Assert.True(AnswerReader.Specificity("sorry for everything") is { Act: null, Effect: null });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("🙂")]
    [InlineData("....")]
    public void Nothing_is_read_into_a_text_without_words(string text)
    {
        var reading = DraftReader.Read(text);
        Assert.Empty(reading.Components);
        Assert.Empty(reading.Faults);
        Assert.Empty(HorsemenReader.Read(text));
        Assert.Empty(ActionReader.Read(text).Concerns);
        Assert.Empty(ReflectionReader.Read(text).Concerns);
    }
}
