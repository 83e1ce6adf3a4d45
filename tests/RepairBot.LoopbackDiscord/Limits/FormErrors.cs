using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Rest;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>The mistakes of one request, each at its field, as Discord's code 50035 reports them.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject tree = [];

    /// <param name="path">Names and indexes joined by dots; empty for the whole form.</param>
    /// <param name="code">Discord's name of the rule.</param>
    /// <param name="message">What is wrong.</param>
    public void Add(string path, string code, string message)
    {
        var at = tree;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = (JsonObject)(at[part] ??= new JsonObject());
        }

        ((JsonArray)(at["_errors"] ??= new JsonArray())).Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    /// <exception cref="DiscordError">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (tree.Count > 0)
        {
            throw DiscordError.InvalidForm(tree);
        }
    }

    public static DiscordError Single(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return DiscordError.InvalidForm(errors.tree);
    }
}
