using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Commands;

/// <summary>
/// Registers the commands in one scope, everywhere or in one server, and clears every other: a command that stands in two scopes is
/// shown twice. Writes only what differs, so that a restart writes nothing.
/// </summary>
/// <param name="rest">Reaches Discord with the bot's token.</param>
/// <param name="ids">Told what was registered.</param>
/// <param name="time">The time.</param>
internal sealed class CommandRegistration(DiscordRest rest, CommandIds ids, TimeProvider time)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Call = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Makes it so.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="guild">The one server; null for everywhere.</param>
    /// <param name="joined">Every server the bot is in.</param>
    /// <param name="commands">What is to be registered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many scopes were written; null when Discord did not let it be done. What was registered before still works then.</returns>
    public async Task<int?> EnsureAsync(
        ulong application, ulong? guild, IEnumerable<ulong> joined, ImmutableArray<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        var writes = 0;
        var scope = PathOf(application, guild);

        // The others go first: seeing no command for a moment is better than seeing two.
        foreach (var other in joined.Select(one => (ulong?)one).Append(null).Where(one => one != guild))
        {
            writes += await ReplaceAsync(PathOf(application, other), [], cancellationToken) is { Written: true } ? 1 : 0;
        }

        if (await ReplaceAsync(scope, CommandJson.Of(commands, everywhere: guild is null), cancellationToken) is not { } done)
        {
            return null;
        }

        ids.Learn(done.Registered.OfType<JsonObject>().Select(command => KeyValuePair.Create(
            command["name"]!.GetValue<string>(), ulong.Parse(command["id"]!.GetValue<string>(), CultureInfo.InvariantCulture))));
        return writes + (done.Written ? 1 : 0);
    }

    private static string PathOf(ulong application, ulong? guild) => guild is { } one
        ? string.Create(CultureInfo.InvariantCulture, $"applications/{application}/guilds/{one}/commands")
        : string.Create(CultureInfo.InvariantCulture, $"applications/{application}/commands");

    private async Task<Scope?> ReplaceAsync(string path, JsonArray wanted, CancellationToken cancellationToken)
    {
        var registered = await CallAsync(new Route(HttpMethod.Get, path + "?with_localizations=true", "read " + path), null, cancellationToken);
        if (registered is not null && CommandJson.IsSame(wanted, registered))
        {
            return new Scope(registered, Written: false);
        }

        var body = wanted.ToJsonString();
        var written = registered is null ? null : await CallAsync(new Route(HttpMethod.Put, path, "write " + path), body, cancellationToken);
        return written is null ? null : new Scope(written, Written: true);
    }

    private async Task<JsonArray?> CallAsync(Route route, string? body, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            using var content = body is null ? null : new StringContent(body, null, "application/json");
            switch (await rest.SendAsync(route, content, Call, cancellationToken))
            {
                case RestAnswer.Done done:
                    return JsonNode.Parse(done.Body.Span) as JsonArray;
                case RestAnswer.Refused:
                    return null;
                case RestAnswer.Limited limited:
                    await Task.Delay(limited.After, time, cancellationToken);
                    break;
                default:
                    await Task.Delay(Pause * (attempt + 1), time, cancellationToken);
                    break;
            }
        }

        return null;
    }

    private sealed record Scope(JsonArray Registered, bool Written);
}
