namespace RepairBot.LoopbackDiscord.Faults;

/// <summary>Whose limit a 429 speaks of.</summary>
public enum RateLimitScope
{
    User,
    Global,
    Shared,
}

/// <summary>What goes wrong with one request.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>502 before anything happened.</summary>
    public static Fault BadGateway { get; } = new Answer(502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>");

    /// <summary>502 although the request was carried out.</summary>
    public static Fault BadGatewayAfterwards { get; } = new Afterwards(BadGateway);

    /// <summary>Cloudflare's ban page: 429, HTML, no header of Discord's.</summary>
    public static Fault CloudflareBan { get; } = new Answer(429, "text/html", "<!DOCTYPE html><html><head><title>Access denied | discord.com used Cloudflare to restrict access</title></head><body>Error 1015 You are being rate limited</body></html>");

    /// <summary>The line is cut before anything happened.</summary>
    public sealed record Drop : Fault;

    /// <summary>The request waits this long and is then served.</summary>
    public sealed record Delay(TimeSpan By) : Fault;

    /// <summary>Nothing happens and nothing is answered until the client gives up.</summary>
    public sealed record Hang : Fault;

    /// <summary>429 before anything happened.</summary>
    /// <param name="RetryAfter">What the body says, and the headers where there are any.</param>
    /// <param name="Scope">Whose limit.</param>
    /// <param name="HasHeaders">False leaves out every X-RateLimit header and Retry-After.</param>
    public sealed record RateLimited(TimeSpan RetryAfter, RateLimitScope Scope = RateLimitScope.User, bool HasHeaders = true) : Fault;

    /// <summary>Any answer, before anything happened.</summary>
    public sealed record Answer(int Status, string ContentType, string Body) : Fault;

    /// <summary>The request is carried out first; then, instead of its answer, comes the fault.</summary>
    public sealed record Afterwards(Fault Then) : Fault;
}
