using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Gateway;

namespace RepairBot.LoopbackDiscord.Traffic;

/// <summary>One payload on a gateway socket.</summary>
/// <param name="Connection">Which socket, counted from 1.</param>
/// <param name="IsFromBot">The direction.</param>
/// <param name="Opcode">What it is.</param>
/// <param name="Event">The event's name, for dispatches.</param>
/// <param name="Seq">Its number, for dispatches.</param>
/// <param name="Payload">The whole payload as JSON text.</param>
public sealed record LoggedFrame(int Connection, bool IsFromBot, Opcode Opcode, string? Event, int? Seq, string Payload)
{
    /// <summary>The payload's <c>d</c>.</summary>
    public JsonNode? Data => JsonNode.Parse(Payload)!["d"];
}

/// <summary>A gateway socket that was opened.</summary>
/// <param name="Connection">Which, counted from 1.</param>
/// <param name="Path">The path, which tells a resume address from the first one.</param>
/// <param name="Query">The query with version, encoding and compression.</param>
public sealed record LoggedConnection(int Connection, string Path, string Query);

/// <summary>A close frame on a gateway socket.</summary>
public sealed record LoggedClose(int Connection, bool IsByBot, int Code);
