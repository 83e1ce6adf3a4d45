using System.Globalization;

namespace RepairBot.Discord.Http;

/// <summary>One of Discord's REST routes with its ids filled in.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Below the API's address, without a slash in front.</param>
/// <param name="Bucket">Calls with the same name share one rate limit; it never holds a token.</param>
/// <param name="CountsGlobally">False for interaction routes: they are outside the limit of 50 calls a second and need no bot token.</param>
internal sealed record Route(HttpMethod Method, string Path, string Bucket, bool CountsGlobally = true)
{
    /// <summary>Opens a direct message channel, or finds the one there is.</summary>
    public static Route OpenChannel { get; } = new(HttpMethod.Post, "users/@me/channels", "open");

    /// <summary>The bot's own application.</summary>
    public static Route Application { get; } = new(HttpMethod.Get, "applications/@me", "application");

    /// <summary>Where the gateway is and how many sessions may still be started.</summary>
    public static Route Gateway { get; } = new(HttpMethod.Get, "gateway/bot", "gateway");

    public static Route CreateMessage(ulong channel) => new(HttpMethod.Post, $"channels/{Text(channel)}/messages", $"create {Text(channel)}");

    /// <summary>The oldest hundred messages after an id.</summary>
    public static Route ReadMessages(ulong channel, ulong after) =>
        new(HttpMethod.Get, $"channels/{Text(channel)}/messages?limit=100&after={Text(after)}", $"read {Text(channel)}");

    public static Route EditMessage(ulong channel, ulong message) =>
        new(HttpMethod.Patch, $"channels/{Text(channel)}/messages/{Text(message)}", $"edit {Text(channel)}");

    public static Route DeleteMessage(ulong channel, ulong message) =>
        new(HttpMethod.Delete, $"channels/{Text(channel)}/messages/{Text(message)}", $"delete {Text(channel)}");

    /// <summary>The first answer to an interaction.</summary>
    public static Route Callback(InteractionRef interaction) => new(
        HttpMethod.Post, $"interactions/{Text(interaction.Id)}/{interaction.Token}/callback", $"callback {Text(interaction.Id)}", CountsGlobally: false);

    /// <summary>The message that the first answer made.</summary>
    public static Route Original(HttpMethod method, InteractionRef interaction) => new(
        method,
        $"webhooks/{Text(interaction.ApplicationId)}/{interaction.Token}/messages/@original",
        $"original {Text(interaction.Id)}",
        CountsGlobally: false);

    /// <summary>A further message of an interaction.</summary>
    public static Route FollowUp(InteractionRef interaction) => new(
        HttpMethod.Post, $"webhooks/{Text(interaction.ApplicationId)}/{interaction.Token}", $"follow-up {Text(interaction.Id)}", CountsGlobally: false);

    /// <summary>A further message of an interaction that was shown already.</summary>
    public static Route FollowedUp(HttpMethod method, InteractionRef interaction, ulong message) => new(
        method,
        $"webhooks/{Text(interaction.ApplicationId)}/{interaction.Token}/messages/{Text(message)}",
        $"original {Text(interaction.Id)}",
        CountsGlobally: false);

    /// <summary>Without its path, which may hold an interaction's token.</summary>
    public override string ToString() => $"{Method} {Bucket}";

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
