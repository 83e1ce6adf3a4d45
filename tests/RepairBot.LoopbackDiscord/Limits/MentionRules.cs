using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>Who a message may ping.</summary>
internal static partial class MentionRules
{
    private static readonly string[] Kinds = ["roles", "users", "everyone"];

    public static void Check(Form message)
    {
        if (message.Child("allowed_mentions") is not { } allowed)
        {
            return;
        }

        var parse = allowed.Values("parse", max: Kinds.Length).Select(kind => kind?.ToString()).ToList();
        foreach (var unknown in parse.Where(kind => !Kinds.Contains(kind)))
        {
            allowed.Wrong("parse", "BASE_TYPE_CHOICES", $"Value must be one of ('{string.Join("', '", Kinds)}').");
        }

        foreach (var list in new[] { "users", "roles" })
        {
            if (allowed.Values(list, max: 100).Count > 0 && parse.Contains(list))
            {
                allowed.Wrong("parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{list}\"] and {list}: [ids...] are mutually exclusive.");
            }
        }
    }

    /// <summary>The people and the "everyone" that the content pings.</summary>
    /// <param name="content">The text.</param>
    /// <param name="allowed">The allowed mentions of the request; null for the default.</param>
    /// <param name="byWebhook">Interactions and webhooks parse users only by default; messages of the bot parse all.</param>
    public static (HashSet<ulong> Users, bool Everyone) Pings(string content, JsonObject? allowed, bool byWebhook)
    {
        var parse = allowed is null
            ? byWebhook ? ["users"] : Kinds
            : [.. (allowed["parse"] as JsonArray ?? []).Select(kind => kind!.ToString())];
        var listed = (allowed?["users"] as JsonArray ?? []).Select(id => id!.ToString()).ToHashSet();
        var users = UserMention().Matches(content).Select(match => match.Groups["id"].Value)
            .Where(id => parse.Contains("users") || listed.Contains(id))
            .Select(id => ulong.Parse(id, CultureInfo.InvariantCulture));
        return ([.. users], parse.Contains("everyone") && Everyone().IsMatch(content));
    }

    [GeneratedRegex("<@!?(?<id>[0-9]{1,19})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserMention();

    [GeneratedRegex("@(everyone|here)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Everyone();
}
