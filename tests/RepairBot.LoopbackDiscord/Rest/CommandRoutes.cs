using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Commands;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Rest;

/// <summary>Application commands, global and of one guild.</summary>
internal sealed class CommandRoutes(DiscordState state)
{
    private const string Global = "/applications/{application_id}/commands";
    private const string OfGuild = "/applications/{application_id}/guilds/{guild_id}/commands";

    public IEnumerable<RestRoute> Routes => [.. In(Global, _ => null), .. In(OfGuild, GuildOf)];

    private IEnumerable<RestRoute> In(string template, Func<RestRequest, ulong?> scope) =>
    [
        new("GET", template, NeedsToken: true, request => RestAnswer.Ok(List(Scope(request, scope), request.QueryFlag("with_localizations")))),
        new("PUT", template, NeedsToken: true, request => RestAnswer.Ok(Overwrite(Scope(request, scope), request))),
        new("POST", template, NeedsToken: true, request => Upsert(Scope(request, scope), request)),
        new("GET", template + "/{command_id}", NeedsToken: true, request => RestAnswer.Ok(Find(Scope(request, scope), request).ToJson(localizations: true))),
        new("PATCH", template + "/{command_id}", NeedsToken: true, request => RestAnswer.Ok(Edit(Scope(request, scope), request))),
        new("DELETE", template + "/{command_id}", NeedsToken: true, request => Delete(Scope(request, scope), request)),
    ];

    private ulong? GuildOf(RestRequest request) =>
        state.Guilds.GetValueOrDefault(request.Id("guild_id")) is { HasBot: true } guild ? guild.Id : throw new DiscordError(403, 50001, "Missing Access");

    private CommandScope Scope(RestRequest request, Func<RestRequest, ulong?> scope) =>
        request.Id("application_id") == state.Bot.Id ? state.Commands.In(scope(request)) : throw new DiscordError(403, 20012, "You are not authorized to perform this action on this application");

    private static JsonArray List(CommandScope scope, bool localizations) => new([.. scope.All.Select(command => command.ToJson(localizations))]);

    private static JsonArray Overwrite(CommandScope scope, RestRequest request)
    {
        scope.Overwrite(request.Body as JsonArray ?? throw new DiscordError(400, 50035, "Invalid Form Body"));
        return List(scope, localizations: true);
    }

    private static RestAnswer Upsert(CommandScope scope, RestRequest request)
    {
        var (command, isNew) = scope.Upsert(request.Body as JsonObject ?? throw new DiscordError(400, 50035, "Invalid Form Body"));
        return new RestAnswer(isNew ? 201 : 200, command.ToJson(localizations: true));
    }

    private static JsonObject Edit(CommandScope scope, RestRequest request) =>
        scope.Edit(Find(scope, request), request.Body as JsonObject ?? []).ToJson(localizations: true);

    private static RestAnswer Delete(CommandScope scope, RestRequest request)
    {
        scope.Delete(Find(scope, request));
        return RestAnswer.NoContent;
    }

    private static StoredCommand Find(CommandScope scope, RestRequest request) => scope.Find(request.Id("command_id")) ?? throw DiscordError.UnknownCommand();
}
