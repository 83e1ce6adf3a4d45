using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Http;
using RepairBot.Discord.Interactions;

namespace RepairBot.Discord.Tests.Interactions;

public sealed class AcknowledgementTests
{
    private static readonly Origin InServer = new(new InteractionRef(1, "token", 2), 3, 4, null, "en-US");
    private static readonly Origin InPrivate = InServer with { Guild = null, DirectChannel = 5 };
    private static readonly ActionId Action = new(new MessageId(1), 1, "en", "impact", "answer");

    [Fact]
    public void A_command_is_thought_about_for_the_person_alone() => Assert.IsType<Acknowledgement.Think>(Of(Command("repair start")));

    [Theory]
    [InlineData("repair wish")]
    [InlineData("repair")]
    public void A_command_of_another_version_is_declined(string name) =>
        Assert.Contains("Type /", Assert.IsType<Acknowledgement.Decline>(Of(Command(name))).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_press_is_acknowledged_quietly() => Assert.IsType<Acknowledgement.Quietly>(Of(Press(new CustomId(Gesture.Press, 0, Action).ToString())));

    [Theory]
    [InlineData(Gesture.OpenForm)]
    [InlineData(Gesture.OpenFilledForm)]
    internal void A_form_is_opened_from_its_id(Gesture gesture)
    {
        var id = new CustomId(gesture, 1, Action);

        Assert.Equal(id, Assert.IsType<Acknowledgement.Open>(Of(Press(id.ToString()))).Form);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("")]
    public void A_forged_id_is_declined(string id)
    {
        Assert.IsType<Acknowledgement.Decline>(Of(Press(id)));
        Assert.IsType<Acknowledgement.Decline>(Of(Form(id, "words")));
        Assert.IsType<Acknowledgement.Decline>(Of(Press(new CustomId(Gesture.Submit, 1, Action).ToString())));
        Assert.IsType<Acknowledgement.Decline>(Of(Form(new CustomId(Gesture.Press, 0, Action).ToString(), "words")));
    }

    [Fact]
    public void A_form_is_taken_from_no_word_at_all_up_to_its_longest_text_and_declined_beyond()
    {
        var id = new CustomId(Gesture.Submit, 1, Action).ToString();

        Assert.IsType<Acknowledgement.Quietly>(Of(Form(id, new string('x', 4000))));
        Assert.IsType<Acknowledgement.Decline>(Of(Form(id, new string('x', 4001))));
        Assert.IsType<Acknowledgement.Quietly>(Of(Form(id, " ")));
    }

    [Fact]
    public void A_server_that_is_not_allowed_gets_one_sentence()
    {
        var declined = Assert.IsType<Acknowledgement.Decline>(Acknowledgement.Of(Command("repair start"), Turn.CommandNames.Contains, [9]));

        Assert.Contains("another server", declined.Sentence, StringComparison.Ordinal);
        Assert.IsType<Acknowledgement.Think>(Acknowledgement.Of(Command("repair start"), Turn.CommandNames.Contains, [4, 9]));
        Assert.IsType<Acknowledgement.Think>(
            Acknowledgement.Of(new Arrival.Command(InPrivate, "repair start", []), Turn.CommandNames.Contains, [9]));
    }

    [Fact]
    public void A_chat_in_which_the_bot_is_nobody_gets_one_sentence()
    {
        var elsewhere = InPrivate with { DirectChannel = null, IsBetweenPeople = true };

        Assert.IsType<Acknowledgement.Decline>(Of(new Arrival.Command(elsewhere, "repair start", [])));
        Assert.IsType<Acknowledgement.Decline>(Of(new Arrival.Press(elsewhere, new CustomId(Gesture.Press, 0, Action).ToString(), [])));
    }

    [Fact]
    public void What_is_neither_is_declined() => Assert.IsType<Acknowledgement.Decline>(Of(new Arrival.Other(InServer)));

    private static Acknowledgement Of(Arrival arrival) => Acknowledgement.Of(arrival, Turn.CommandNames.Contains, []);

    private static Arrival.Command Command(string name) => new(InServer, name, []);

    private static Arrival.Press Press(string id) => new(InServer, id, []);

    private static Arrival.Form Form(string id, string words) =>
        new(InServer, id, ImmutableDictionary<string, PrivateText>.Empty.Add("answer", new PrivateText(words)));
}
