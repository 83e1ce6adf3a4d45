using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Transcripts;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>A coach puts a newer guide in place while somebody is half-way: answers stand under the words they answered.</summary>
public sealed class NewerGuideTests : IAsyncLifetime
{
    private const string Answer = "Sam went quiet and left before the cake.";
    private const string InTheStomach = "In the stomach, the whole evening.";

    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_question_inserted_before_the_current_one_leaves_the_answer_under_the_question_that_was_seen()
    {
        var ana = await AtAsync("impact");
        var (asked, steps) = (ana.Question.Text, ana.Step);
        ana = await RestartAsync(Reworded(CoachGuides.With("one-more-question")));
        Assert.Equal((asked, steps), (ana.Question.Text, ana.Step));
        await ana.TypeAsync(Answer);

        Assert.Equal("part", ana.Step);
        var answers = await ana.AnswersAsync();
        Assert.Equal((Answer, asked, 1), (answers["impact"].Text, answers["impact"].Question, answers["impact"].Guide));
        Assert.DoesNotContain("extra/body", answers.Keys);
    }

    [Fact]
    public async Task Somebody_who_begins_under_the_newer_guide_is_asked_the_inserted_question_and_the_new_words()
    {
        await chat.RestartAsync(Reworded(CoachGuides.With("one-more-question")));
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync("extra");
        await ana.TypeAsync(InTheStomach);
        Assert.Equal("In other words: how was it for Sam?", ana.Question.Text);
        await ana.TypeAsync(Answer);

        var answers = await ana.AnswersAsync();
        Assert.Equal(("Where in your body did you feel it, at that moment?", InTheStomach), (answers["extra/body"].Question, answers["extra/body"].Text));
        Assert.Equal(("In other words: how was it for Sam?", 2), (answers["impact"].Question, answers["impact"].Guide));
    }

    [Fact]
    public async Task A_question_taken_out_while_it_stands_open_keeps_the_answer_under_its_words_and_goes_on()
    {
        await chat.RestartAsync(CoachGuides.With("one-more-question"));
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync("extra");
        var asked = ana.Question.Text;
        ana = await RestartAsync(CoachGuides.With("question-taken-out"));
        await ana.TypeAsync(InTheStomach);

        Assert.Equal("impact", ana.Step);
        var answers = await ana.AnswersAsync();
        Assert.Equal((InTheStomach, asked), (answers["extra/body"].Text, answers["extra/body"].Question));
    }

    [Fact]
    public async Task A_question_taken_out_after_it_was_answered_stays_in_the_export_and_back_passes_it_over()
    {
        await chat.RestartAsync(CoachGuides.With("one-more-question"));
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync("extra");
        await ana.TypeAsync(InTheStomach);
        Assert.Equal("impact", ana.Step);
        ana = await RestartAsync(CoachGuides.With("question-taken-out"));
        await ana.MoveAsync("back");

        Assert.Equal("pattern", ana.Step);
        Assert.Equal(InTheStomach, (await ana.AnswersAsync())["extra/body"].Text);
        await ana.PressAsync("keep");
        Assert.Equal("impact", ana.Step);
    }

    private async Task<Visit> AtAsync(string step)
    {
        var ana = await chat.StartAsync("ana");
        await ana.AnswerUntilAsync(step, new UsualAnswers());
        return ana;
    }

    private async Task<Visit> RestartAsync(string guides)
    {
        await chat.RestartAsync(guides);
        var ana = chat.Visit("ana");
        await ana.LookAsync();
        return ana;
    }

    // The same guides with other words for one question.
    private string Reworded(string guides)
    {
        var folder = chat.PathOf("guides");
        var copy = Directory.CreateDirectory(Path.Combine(folder, "en")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(guides, "en")))
        {
            var text = File.ReadAllText(file);
            var other = text.Replace(
                "What was it like for {who} when it got loud or harsh? Leave aside what you meant. A guess is enough for now.",
                "In other words: how was it for {who}?",
                StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(copy, Path.GetFileName(file)), other);
        }

        return folder;
    }
}
