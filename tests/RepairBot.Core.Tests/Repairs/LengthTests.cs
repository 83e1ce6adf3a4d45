using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

public sealed class LengthTests
{
    private static readonly string[] OnTop = ["choose", "exercise", "heat-after"];
    private static readonly string[] BeforeTheChoice = ["welcome", "side", "kind", "safety", "length"];

    public static TheoryData<string, string, string, int> EveryWay
    {
        get
        {
            var ways = new TheoryData<string, string, string, int>();
            foreach (var side in Steps.SpecOf(Step.Side).Values)
            {
                foreach (var kind in Steps.SpecOf(Step.Kind).Values)
                {
                    ways.Add(side, kind, "short", 12);
                    ways.Add(side, kind, "full", 30);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task From_the_start_to_the_consent_no_more_is_asked_than_was_said(string side, string kind, string length, int most)
    {
        await using var chat = new Conversation();
        await chat.CommandAsync("repair start");
        var answers = new UsualAnswers().With("side", side).With("kind", kind).With("length", length).With("pattern", "often");
        var steps = await chat.AnswerUntilAsync("consent", answers);

        // A second look asks the same question once more; it is no further question.
        var asked = steps.Where((step, at) => at == 0 || step != steps[at - 1]).Where(step => !OnTop.Contains(step)).ToList();
        Assert.True(asked.Count <= most, $"{asked.Count} questions: {string.Join(", ", asked)}");
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task Every_counted_question_says_its_true_number_and_how_many_there_are(string side, string kind, string length, int most)
    {
        await CountsAsync(new UsualAnswers().With("side", side).With("kind", kind).With("length", length).With("pattern", "often"), most);
    }

    [Theory]
    [InlineData("hurt-them")]
    [InlineData("both")]
    public async Task A_talk_that_has_been_had_brings_four_more_questions(string side)
    {
        await CountsAsync(new UsualAnswers().With("side", side).With("pattern", "often").With("talk-time", "talked"), 34);
    }

    [Fact]
    public async Task The_second_repair_has_no_welcome_and_counts_none()
    {
        await using var chat = new Conversation();
        await chat.CommandAsync("repair start");
        await chat.AnswerUntilAsync("happened", new UsualAnswers().With("length", "short"));
        Assert.Equal(new Progress(6, 12), chat.Question.Progress);
        await chat.CommandAsync("repair start");
        await chat.PressAsync("start-new");
        await chat.AnswerUntilAsync("happened", new UsualAnswers().With("length", "short"));

        Assert.Equal(new Progress(5, 11), chat.Question.Progress);
    }

    private static async Task CountsAsync(UsualAnswers answers, int most)
    {
        await using var chat = new Conversation();
        await chat.CommandAsync("repair start");
        var numbers = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            var question = chat.Question;
            Assert.Equal(OnTop.Contains(question.Step) || BeforeTheChoice.Contains(question.Step), question.Progress is null);
            if (question.Progress is { } progress)
            {
                Assert.InRange(progress.At, 1, progress.Of);
                Assert.InRange(progress.Of, 1, most);
                numbers.Add(progress.At);
                if (question.Step == "consent")
                {
                    Assert.Equal(progress.Of, progress.At);
                    break;
                }
            }

            await chat.AnswerAsync(answers);
        }

        Assert.Equal(Enumerable.Range(BeforeTheChoice.Length + 1, numbers[^1] - BeforeTheChoice.Length), numbers.Distinct());
    }
}
