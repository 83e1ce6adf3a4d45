namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>Something that Discord's description does not allow.</summary>
/// <param name="Operation">Method and route.</param>
/// <param name="IsRequest">True for the bot's request, false for the loopback Discord's own answer.</param>
/// <param name="Error">A pointer into the value and what is wrong there; no value is quoted.</param>
public sealed record Violation(string Operation, bool IsRequest, string Error)
{
    public override string ToString() => $"{(IsRequest ? "request" : "answer")} {Operation} {Error}";
}
