using RepairBot.Core.Repairs;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

public sealed class LengthTests
{
    private static readonly string[] OnTop = ["choose", "exercise", "heat-after"];

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
}
