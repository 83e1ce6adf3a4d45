using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Gateway;

/// <summary>What the gateway says to an IDENTIFY or RESUME instead of letting the bot in.</summary>
public abstract record ScriptedAnswer
{
    private ScriptedAnswer()
    {
    }

    internal abstract void Give(GatewayConnection connection);

    /// <summary>Op 9.</summary>
    /// <param name="IsResumable">Whether the session may be resumed.</param>
    public sealed record InvalidSession(bool IsResumable) : ScriptedAnswer
    {
        internal override void Give(GatewayConnection connection) => connection.Send(Opcode.InvalidSession, JsonValue.Create(IsResumable));
    }

    /// <summary>A close code.</summary>
    public sealed record Close(CloseCode Code) : ScriptedAnswer
    {
        internal override void Give(GatewayConnection connection) => connection.Close(Code);
    }

    /// <summary>The line is cut.</summary>
    public sealed record Drop : ScriptedAnswer
    {
        internal override void Give(GatewayConnection connection) => connection.Drop();
    }

    /// <summary>Nothing at all.</summary>
    public sealed record Silence : ScriptedAnswer
    {
        internal override void Give(GatewayConnection connection)
        {
        }
    }
}
