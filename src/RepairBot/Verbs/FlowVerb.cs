using RepairBot.Core.Repairs;
using Stateless.Graph;

namespace RepairBot.Verbs;

/// <summary>Prints the conversation's order as a Mermaid diagram, made from the machine itself.</summary>
internal static class FlowVerb
{
    public static async Task<int> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync(MermaidGraph.Format(new RepairFlow().Description, MermaidGraphDirection.TopToBottom));
        return 0;
    }
}
