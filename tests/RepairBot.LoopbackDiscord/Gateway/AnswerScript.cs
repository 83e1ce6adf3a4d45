namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>Scripted answers in order, each so many times.</summary>
internal sealed class AnswerScript
{
    private readonly Queue<(ScriptedAnswer Answer, int Times)> waiting = new();
    private int given;

    public void Add(ScriptedAnswer answer, int times) => waiting.Enqueue((answer, times));

    public void Clear()
    {
        waiting.Clear();
        given = 0;
    }

    public ScriptedAnswer? Take()
    {
        if (!waiting.TryPeek(out var next))
        {
            return null;
        }

        if (++given >= next.Times)
        {
            waiting.Dequeue();
            given = 0;
        }

        return next.Answer;
    }
}
