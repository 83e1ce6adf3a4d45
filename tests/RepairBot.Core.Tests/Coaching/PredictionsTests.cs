using RepairBot.Core.Coaching.Evaluation;

namespace RepairBot.Core.Tests.Coaching;

public sealed class PredictionsTests
{
    private static string Write(string task, string input)
    {
        using var output = new StringWriter();
        Predictions.Write(task, new StringReader(input), output);
        return output.ToString();
    }

    [Fact]
    public void Drafts_give_components_and_faults_in_the_order_of_the_input() =>
        Assert.Equal(
            """
            {"id":"b","components":["ownership","specific_event"],"faults":["none"]}
            {"id":"a","components":[],"faults":["conditional"]}

            """.ReplaceLineEndings("\n"),
            Write("ownership", "{\"id\":\"b\",\"text\":\"I forgot the eggs.\",\"lang\":\"en\"}\n\n{\"id\":\"a\",\"text\":\"Sorry if that felt harsh.\"}\n"));

    [Fact]
    public void Lines_give_labels() =>
        Assert.Equal("{\"id\":\"1\",\"labels\":[\"contempt\"]}\n", Write("horsemen", "{\"id\":\"1\",\"text\":\"Nice job, Einstein.\"}"));

    [Fact]
    public void A_broken_line_is_named_by_its_number_and_never_quoted()
    {
        var error = Assert.Throws<FormatException>(() => Write("horsemen", "{\"id\":\"1\",\"text\":\"x\"}\nmy secret"));
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_task_is_refused() => Assert.Throws<ArgumentException>(() => Write("weather", ""));
}
