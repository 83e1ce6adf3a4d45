using RepairBot.LoopbackDiscord.Rest;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>
/// The rate limits of REST: 50 requests a second in all, and buckets per route and top-level resource. Discord tells bucket limits in headers
/// only; the numbers here are what bots commonly see.
/// </summary>
public sealed class RateLimits
{
    private static readonly string[] Resources = ["channel_id", "guild_id", "webhook_token", "interaction_token"];
    private readonly TimeProvider time;
    private readonly Dictionary<string, RateLimitBucket> states = [];
    private Counter invalid;
    private Counter global;
    private Allowance everything = new(50, TimeSpan.FromSeconds(1));
    private Allowance refusals = new(10_000, TimeSpan.FromMinutes(10));

    internal RateLimits(TimeProvider time)
    {
        this.time = time;
        global = new Counter(everything, time);
        invalid = new Counter(refusals, time);
    }

    /// <summary>False lets every request pass; headers still tell.</summary>
    public bool AreEnforced { get; set; } = true;

    /// <summary>False leaves out the X-RateLimit headers on all answers.</summary>
    public bool HaveHeaders { get; set; } = true;

    /// <summary>The limit over all requests with the bot's token.</summary>
    public Allowance Global
    {
        get => everything;
        set
        {
            everything = value;
            global = new Counter(value, time);
        }
    }

    /// <summary>How many 401, 403 and 429 there may be before Cloudflare answers instead; shared 429s do not count.</summary>
    public Allowance InvalidRequests
    {
        get => refusals;
        set
        {
            refusals = value;
            invalid = new Counter(value, time);
        }
    }

    /// <summary>Buckets by method and route, such as <c>POST /channels/{channel_id}/messages</c>. A route without one has no limit and no headers.</summary>
    public IDictionary<string, Allowance> Buckets { get; } = new Dictionary<string, Allowance>(StringComparer.Ordinal)
    {
        ["POST /channels/{channel_id}/messages"] = new(5, TimeSpan.FromSeconds(5)),
        ["PATCH /channels/{channel_id}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(5)),
        ["DELETE /channels/{channel_id}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(1)),
        ["GET /channels/{channel_id}/messages"] = new(10, TimeSpan.FromSeconds(5)),
        ["POST /users/@me/channels"] = new(10, TimeSpan.FromSeconds(10)),
        ["POST /webhooks/{webhook_id}/{webhook_token}"] = new(5, TimeSpan.FromSeconds(2)),
        ["PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"] = new(5, TimeSpan.FromSeconds(2)),
        ["PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"] = new(5, TimeSpan.FromSeconds(2)),
        ["PUT /applications/{application_id}/commands"] = new(2, TimeSpan.FromSeconds(20)),
        ["PUT /applications/{application_id}/guilds/{guild_id}/commands"] = new(2, TimeSpan.FromSeconds(20)),
    };

    /// <summary>True after too many 401, 403 and 429: Cloudflare answers everything from now on.</summary>
    internal bool IsBanned => invalid.Left <= 0;

    internal void CountInvalid() => invalid.TryTake();

    /// <summary>Takes a request of the limit over all; the wait when there is none left.</summary>
    internal TimeSpan? TakeGlobal() => global.TryTake() || !AreEnforced ? null : global.UntilNext;

    /// <summary>The bucket of a request, if its route has one.</summary>
    internal RateLimitBucket? BucketOf(RestRequest request)
    {
        var key = $"{request.Route.Method} {request.Route.Template}";
        if (!Buckets.TryGetValue(key, out var allowance))
        {
            return null;
        }

        var resource = Resources.FirstOrDefault(name => request.Route.Template.Contains($"{{{name}}}", StringComparison.Ordinal));
        var id = resource is null ? key : $"{key} {request.Part(resource)}";
        if (!states.TryGetValue(id, out var bucket) || bucket.Allowance != allowance)
        {
            states[id] = bucket = new RateLimitBucket(RateLimitBucket.NameOf(key), allowance, time);
        }

        return bucket;
    }
}
