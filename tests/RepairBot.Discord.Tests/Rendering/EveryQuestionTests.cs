using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Rendering;
using RepairBot.Testing;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Discord.Tests.Rendering;

/// <summary>Every message of every transcript, and with them every question there is, as Discord would get it.</summary>
public sealed class EveryQuestionTests
{
    private readonly GuideShelf guides = GuideShelf.Load(Repository.Guides, "en");

    public static TheoryData<string> Files => [.. Transcript.All];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_message_fits_and_says_the_bots_words(string file)
    {
        await using var chat = new EngineChat();
        var seen = 0;
        chat.Shown += message =>
        {
            seen++;
            var rendered = MessageRenderer.Render(message, RenderContext.Plain);
            Limits.Hold(rendered);
            Assert.True(rendered is null || MarkdownTests.Unescaped(rendered.Content).Contains(message.Text.Reveal(), StringComparison.Ordinal));
            Assert.Equal(rendered is null ? 0 : message.Actions.Length, rendered?.Components?.Components.Sum(row => row.Components.Count) ?? 0);
            foreach (var form in message.Actions.Where(action => action.Kind == ActionKind.Form))
            {
                HoldForm(form);
            }
        };

        await new TranscriptPlayer(chat).PlayAsync(Transcript.Read(file));

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public async Task The_transcripts_ask_every_question_that_a_person_can_be_asked()
    {
        var asked = new HashSet<string?>();
        foreach (var file in Transcript.All)
        {
            await using var chat = new EngineChat();
            chat.Shown += message => asked.Add(message.Step);
            await new TranscriptPlayer(chat).PlayAsync(Transcript.Read(file));
        }

        Assert.Empty(Steps.Asked.Select(Steps.NameOf).Except(asked));
    }

    [Theory]
    [InlineData("nothing", "answer")]
    [InlineData("finished", "answer")]
    [InlineData("after-talk/nothing", "answer")]
    [InlineData("impact", "nothing")]
    [InlineData("welcome", "answer")]
    public void A_form_that_no_version_knows_has_no_fields(string question, string action) =>
        Assert.Empty(FormShape.Of(guides.For("en"), question, action, 1));

    // The form as it is opened when nothing could be read in time must take the same answer.
    private void HoldForm(ChatAction form)
    {
        var id = CustomId.Of(form);
        Limits.Hold(FormModal.Of(id, form.Label, form.Fields));
        var shape = FormShape.Of(guides.For(id.Action.Language), id.Action.Question, id.Action.Name, id.Fields);

        Assert.Equal(form.Fields.Select(Bare), shape.Select(Bare));
        Limits.Hold(FormModal.Of(id, form.Label, shape));
        Assert.Equal(form.Fields.Any(field => field.Value is { Length: > 0 }), id.Gesture == Gesture.OpenFilledForm);
    }

    private static FormField Bare(FormField field) => field with { Value = null, Label = "" };
}
