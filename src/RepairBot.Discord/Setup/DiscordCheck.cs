using System.Globalization;
using System.Text.Json;
using RepairBot.Discord.Hosting;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Setup;

/// <summary>One thing that a start on Discord needs.</summary>
/// <param name="What">Its name.</param>
/// <param name="Holds">Whether it does.</param>
/// <param name="Says">What was found, or what to do. Never a secret.</param>
public sealed record CheckLine(string What, bool Holds, string Says);

/// <summary>Asks Discord, with two calls that change nothing, whether the bot could run there.</summary>
public static class DiscordCheck
{
    // Enough for slash commands and direct messages: answers ride on the interaction, and a direct message needs no permission of a server.
    private const int Permissions = 0;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);

    /// <summary>Every line, the invite address last.</summary>
    /// <param name="settings">How to reach Discord.</param>
    /// <param name="time">The machine's time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(DiscordSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        using var seen = new DateHandler();
        using var http = DiscordRest.Client(Api(settings), settings.Token, seen);
        var rest = new DiscordRest(http, new RateLimits(time), time);
        var application = await rest.SendAsync(Route.Application, content: null, Patience, cancellationToken);
        if (application is not RestAnswer.Done found)
        {
            return [new CheckLine("token", Holds: false, Trouble(application))];
        }

        var gateway = await rest.SendAsync(Route.Gateway, content: null, Patience, cancellationToken);
        using var json = JsonDocument.Parse(found.Body);
        return
        [
            new CheckLine("token", Holds: true, "Discord takes it"),
            new CheckLine("intents", Holds: true, "direct messages only; none that the developer portal has to allow"),
            Sessions(gateway),
            Clock(seen.Date, time),
            new CheckLine("permissions", Holds: true, "none in a server; the bot only has to be a member"),
            new CheckLine("invite", Holds: true, InviteTo(json.RootElement.GetProperty("id").GetString()!, settings.GuildId)),
        ];
    }

    /// <summary>The address that brings the bot into a server with the least permissions.</summary>
    /// <param name="application">The application's id.</param>
    /// <param name="guild">The server to choose beforehand; null for none.</param>
    public static string InviteTo(string application, ulong? guild) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={Permissions}&integration_type=0")
        + (guild is { } id ? string.Create(CultureInfo.InvariantCulture, $"&guild_id={id}&disable_guild_select=true") : "");

    private static Uri Api(DiscordSettings settings) =>
        new((settings.ApiBaseUrl?.AbsoluteUri ?? global::Discord.DiscordConfig.APIUrl).TrimEnd('/') + '/');

    private static CheckLine Sessions(RestAnswer gateway)
    {
        if (gateway is not RestAnswer.Done done)
        {
            return new CheckLine("gateway", Holds: false, Trouble(gateway));
        }

        using var json = JsonDocument.Parse(done.Body);
        var limit = json.RootElement.GetProperty("session_start_limit");
        var (left, total) = (limit.GetProperty("remaining").GetInt32(), limit.GetProperty("total").GetInt32());
        return left > 0
            ? new CheckLine("gateway", Holds: true, $"{left} of {total} new sessions left today")
            : new CheckLine("gateway", Holds: false, $"none of {total} new sessions is left today: something keeps starting this bot. Stop it and wait a day.");
    }

    private static CheckLine Clock(DateTimeOffset? discord, TimeProvider time)
    {
        if (discord is not { } theirs)
        {
            return new CheckLine("clock skew", Holds: true, "Discord's answer has no date to compare with");
        }

        var skew = (time.GetUtcNow() - theirs).Duration();
        return skew <= MostSkew
            ? new CheckLine("clock skew", Holds: true, "less than half a minute from Discord's")
            : new CheckLine("clock skew", Holds: false, $"the machine's clock is {skew:c} from Discord's. Let it set itself by the network (NTP).");
    }

    private static string Trouble(RestAnswer answer) => answer switch
    {
        RestAnswer.Refused { Status: System.Net.HttpStatusCode.Unauthorized } =>
            "Discord does not take Discord:Token. Make a new one in the developer portal (Bot, Reset Token); the value is not shown.",
        RestAnswer.Refused { Status: var status, Code: var code } => $"Discord refused the question (status {(int)status}, code {code}).",
        RestAnswer.Limited { After: var after } => $"Discord asks to wait {after.TotalSeconds:0} seconds. Try again then.",
        _ => "Discord can't be reached. Check the network, and Discord:ApiBaseUrl if it is set.",
    };

    // Keeps the date of the last answer.
    private sealed class DateHandler() : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = Patience, UseCookies = false, AllowAutoRedirect = false })
    {
        public DateTimeOffset? Date { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Date = answer.Headers.Date;
            return answer;
        }
    }
}
