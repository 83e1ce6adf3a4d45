using System.Collections.Immutable;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>
/// A hit in any one field of any form holds the conversation: nothing is coached or drafted from it, and the person goes on, stops or hides.
/// </summary>
public sealed class HeldFormTests
{
    private const string Words = "I want to kill myself";

    private static readonly UsualAnswers Usual = new();
    private static readonly UsualAnswers Hurt = Usual.With("side", "hurt-me");
    private static readonly UsualAnswers Often = Usual.With("kind", "keeps-happening");
    private static readonly UsualAnswers Talked = Usual.With("talk-time", "talked");

    // The form that is sent at each step that takes words, and the answers that lead there.
    private static readonly (string Step, string? Part, string Form, UsualAnswers Answers)[] Forms =
    [
        ("who", null, "answer", Usual), ("bond", null, "answer", Usual), ("happened", null, "answer", Usual), ("cycle", null, "answer", Often),
        ("impact", null, "answer", Usual), ("part", null, "answer", Usual), ("draft", null, "answer", Usual), ("reading", null, "change", Usual),
        ("felt", null, "answer", Hurt), ("not-okay", null, "answer", Hurt), ("ask", null, "answer", Hurt),
        ("reread", null, "softer", Usual), ("reread", null, "more-specific", Usual),
        ("guess", null, "answer", Usual), ("opener", null, "answer", Usual),
        ("after-talk", "heard", "answer", Talked), ("after-talk", "reflect", "answer", Talked), ("after-talk", "again", "answer", Talked),
        ("after-talk", "request", "answer", Talked),
        ("action", null, "answer", Usual), ("cue", null, "answer", Usual), ("seen-as", null, "answer", Usual),
        ("note", null, "change", Usual), ("zone", null, "answer", Usual), ("closing", null, "answer", Usual),
    ];

    public static TheoryData<string, string?, string> Sent
    {
        get
        {
            var data = new TheoryData<string, string?, string>();
            foreach (var (step, part, form, _) in Forms)
            {
                data.Add(step, part, form);
            }

            return data;
        }
    }

    [Fact]
    public void Every_step_of_the_path_that_takes_words_is_here()
    {
        var path = Steps.Asked.Where(step => Asking.PhaseOf(step) != "check-in" && !Steps.Asides.Contains(step) && !Steps.SpecOf(step).Fields.IsEmpty);

        Assert.Empty(path.Select(Steps.NameOf).Except(Forms.Select(form => form.Step)));
        Assert.All(Steps.SpecOf(Step.AfterTalk).Parts, part => Assert.Contains(Forms, form => form.Part == part));
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task A_hit_in_any_field_withholds_coaching_and_drafting_and_the_person_goes_on(string step, string? part, string form)
    {
        foreach (var field in await FieldsAsync(step, part, form))
        {
            await using var chat = await HeldAsync(step, part, form, field);
            Assert.DoesNotContain(chat.Question.Actions, action => action.Kind == ActionKind.Form);
            var before = chat.Seq;
            await chat.PressAsync("go-on");
            Assert.False(chat.IsOpen && chat.Step == "stepped-back");

            // On to the end: the words come up in no question, card or box again.
            for (var i = 0; i < 60 && chat.IsOpen; i++)
            {
                await chat.AnswerAsync(AnswersTo(step, part, form));
            }

            Assert.False(chat.IsOpen);
            Assert.All(chat.Screen.Where(message => message.From == Sender.Bot && message.First > before), message => Assert.DoesNotContain(Shown(message), shown => shown.Contains(Words, StringComparison.Ordinal)));
            Assert.Contains((await chat.ExportAsync()).Repairs[0].Answers, answer => answer.Text.Contains(Words, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Whoever_is_held_can_stop_or_hide_at_once(string step, string? part, string form)
    {
        foreach (var field in await FieldsAsync(step, part, form))
        {
            await using var stopping = await HeldAsync(step, part, form, field);
            await stopping.MoveAsync("stop");
            await stopping.PressAsync("stop.delete");
            Assert.False(stopping.IsOpen);
            Assert.DoesNotContain(stopping.Screen, message => Shown(message).Any(shown => shown.Contains(Words, StringComparison.Ordinal)));

            await using var hiding = await HeldAsync(step, part, form, field);
            await hiding.MoveAsync("hide");
            Assert.DoesNotContain(hiding.Screen.Where(message => !message.Removed).SelectMany(Shown), shown => shown.Contains(Words, StringComparison.Ordinal));
            await hiding.PressAsync("open");
            Assert.Equal("stepped-back", hiding.Step);
            Assert.NotEmpty(hiding.Question.Card!.Lines);
        }
    }

    private static async Task<ImmutableArray<string>> FieldsAsync(string step, string? part, string form)
    {
        await using var chat = await AtAsync(step, part, form);
        return [.. chat.FindAction(form).Action.Fields.Select(field => field.Id)];
    }

    private static async Task<Conversation> HeldAsync(string step, string? part, string form, string risky)
    {
        var chat = await AtAsync(step, part, form);
        var (_, action) = chat.FindAction(form);
        await chat.FillAsync(form, [.. action.Fields.Select(field => (field.Id, field.Id == risky ? Words : Usual.WordsFor(step, field.Id)))]);
        Assert.Equal("stepped-back", chat.Step);
        Assert.NotEmpty(chat.Question.Card!.Lines);
        Assert.DoesNotContain(chat.Last.Messages, message => message.Step == step && !message.Actions.IsEmpty);
        return chat;
    }

    private static async Task<Conversation> AtAsync(string step, string? part, string form)
    {
        var chat = new Conversation();
        await chat.CommandAsync("repair start");
        await chat.AnswerUntilAsync(step, AnswersTo(step, part, form));
        for (var i = 0; part is not null && chat.Question.Question != part; i++)
        {
            Assert.InRange(i, 0, 20);
            await chat.AnswerAsync(AnswersTo(step, part, form));
        }

        return chat;
    }

    private static UsualAnswers AnswersTo(string step, string? part, string form) =>
        Forms.Single(sent => sent.Step == step && sent.Part == part && sent.Form == form).Answers;

    private static IEnumerable<string> Shown(Message message) =>
        (message.Card?.Lines ?? []).Select(line => line.Value.Reveal())
        .Concat(message.Actions.SelectMany(action => action.Fields).Select(field => (field.Value ?? default).Reveal()))
        .Concat(message.Actions.SelectMany(action => action.Options).Select(option => option.Label))
        .Append(message.Text.Reveal());
}
