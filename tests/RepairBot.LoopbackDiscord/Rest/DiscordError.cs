using System.Text.Json.Nodes;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>A request refused the way Discord refuses it: a status, a JSON error code and maybe a tree of errors by field.</summary>
internal sealed class DiscordError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>For a 429: when to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static DiscordError NotFound() => new(404, 0, "404: Not Found");

    public static DiscordError Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordError UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordError UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordError UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordError UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordError UnknownCommand() => new(404, 10063, "Unknown application command");

    public static DiscordError EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static DiscordError InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
        {
            json["errors"] = errors.DeepClone();
        }

        if (RetryAfter is { } wait)
        {
            json["retry_after"] = Math.Round(wait.TotalSeconds, 3);
            json["global"] = false;
        }

        return json;
    }
}
