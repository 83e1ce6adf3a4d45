using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Answers of an opened record: read when asked for, written back as they were.</summary>
public sealed class AnswerListTests
{
    // Blanks and items of a later version show what was written again and what was not.
    private const string Impact = """["impact", 1,639080388000000000,5,0,"words\n",[],[],{"new":1}]""";
    private const string Side = """["side", 1,639080388000000000,4,16,"both"]""";

    [Fact]
    public void Answers_come_back_in_their_order()
    {
        var answers = Read(Side, Impact);

        Assert.Equal(2, answers.Count);
        Assert.Equal([Step.Side, Step.Impact], answers.Select(answer => answer.Key.Step));
        Assert.Equal("both", answers.To(new QuestionKey(Step.Side))?.Value);
        Assert.Equal("words\n", answers[1].Text.Reveal());
        Assert.Null(answers.To(new QuestionKey(Step.Part)));
        Assert.Null(answers.To(new QuestionKey(Step.Side, "x")));
    }

    [Fact]
    public void An_answer_that_was_only_read_is_written_as_it_was()
    {
        var answers = Read(Side, Impact);
        Assert.NotNull(answers.To(new QuestionKey(Step.Impact)));

        Assert.Equal($"\n{Side}\n{Impact}", Written(answers));
    }

    [Fact]
    public void A_changed_answer_takes_the_place_of_the_old_one_which_leaves_nothing()
    {
        var answers = Read(Side, Impact).With(New(Step.Side, "hurt-me")).With(New(Step.Part, "late"));

        Assert.Equal(
            "\n[\"side\",1,0,7,16,\"hurt-me\"]\n" + Impact + "\n[\"part\",1,0,7,16,\"late\"]", Written(answers));
        Assert.Equal(["hurt-me", null, "late"], answers.Select(answer => answer.Value));
    }

    [Fact]
    public void An_answer_that_was_taken_back_leaves_nothing()
    {
        var all = Read(Side, Impact);

        Assert.Equal($"\n{Side}", Written(all.Without(new QuestionKey(Step.Impact))));
        Assert.Equal(2, all.Without(new QuestionKey(Step.Part)).Count);
        Assert.Equal(2, all.Count);
    }

    [Fact]
    public void Another_answer_is_told_from_none()
    {
        var side = new QuestionKey(Step.Side);

        Assert.False(Read(Side).HasOtherThan(side));
        Assert.True(Read(Side, Impact).HasOtherThan(side));
        Assert.True(Read(Impact).HasOtherThan(side));
        Assert.False(AnswerList.Of().HasOtherThan(side));
    }

    [Fact]
    public void A_repair_without_answers_has_no_line_behind_it()
    {
        var repair = new Repair { Id = new RepairId(1), StartedAt = default, LastAt = default, Now = new QuestionKey(Step.Welcome) };
        var written = StateJson.Write(repair);

        Assert.True(written.Span.IndexOf((byte)'\n') < 0);
        Assert.Empty(StateJson.Read<Repair>(written.Span).Answers);
    }

    private static AnswerList Read(params string[] lines) => AnswerList.ReadLines(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static string Written(AnswerList answers)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var json = StateJson.WriterOver(buffer);
        answers.WriteLines(buffer, json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Answer New(Step step, string value) =>
        new() { Key = new QuestionKey(step), Guide = 1, At = default, Asked = new MessageId(7), Values = [value] };
}
