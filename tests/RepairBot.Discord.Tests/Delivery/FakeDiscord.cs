using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RepairBot.Discord.Delivery;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>What a server may do with a call instead of answering it.</summary>
internal enum Mishap
{
    None,

    /// <summary>429 with headers.</summary>
    Limited,

    /// <summary>429 without a header.</summary>
    LimitedBare,

    /// <summary>502 although it was done.</summary>
    FailedAfter,

    /// <summary>502, and nothing was done.</summary>
    FailedBefore,

    /// <summary>No answer although it was done.</summary>
    HangsAfter,

    /// <summary>No answer, and nothing was done.</summary>
    HangsBefore,

    /// <summary>A dropped connection although it was done.</summary>
    DropsAfter,
}

/// <summary>
/// Direct messages as Discord keeps them, behind an HTTP handler: channels, messages, nonces that are forgotten after a few minutes,
/// refusals, and faults as the test wishes.
/// </summary>
internal sealed class FakeDiscord(TimeProvider time) : HttpMessageHandler
{
    public static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private readonly Dictionary<(ulong Channel, string Nonce), (ulong Message, DateTimeOffset At)> nonces = [];
    private ulong sequence;

    /// <summary>Every message that stands in a channel, in order.</summary>
    public List<(ulong Channel, ulong Id, JsonNode Body)> Standing { get; } = [];

    /// <summary>Every call: its method and path, with the nonce of a new message.</summary>
    public ConcurrentQueue<(string Call, string? Nonce)> Calls { get; } = new();

    /// <summary>Decides what goes wrong: the call, and how often the same was called before.</summary>
    public Func<string, int, Mishap> Faults { get; set; } = (_, _) => Mishap.None;

    /// <summary>Discord's code for refusing to send to a channel's person; absent for whoever takes messages.</summary>
    public ConcurrentDictionary<ulong, int> Refuses { get; } = new();

    /// <summary>The channel of a person; opened channels have the person's id plus one.</summary>
    public static ulong ChannelOf(ulong person) => person + 1;

    public IEnumerable<string> TextsIn(ulong channel) =>
        Standing.Where(message => message.Channel == channel).Select(message => (string)message.Body["content"]!);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery.Replace("/api/v10/", "", StringComparison.Ordinal);
        var body = await BodyAsync(request, cancellationToken);
        var nonce = (string?)body?["nonce"];
        var name = $"{request.Method} {path}";
        Mishap fault;
        lock (gate)
        {
            fault = Faults(nonce ?? name, Calls.Count(call => call == (name, nonce)));
            Calls.Enqueue((name, nonce));
        }

        var isDone = fault is Mishap.None or Mishap.FailedAfter or Mishap.HangsAfter or Mishap.DropsAfter;
        var answer = isDone ? Handle(request.Method, path, body) : (HttpStatusCode.OK, "{}");
        switch (fault)
        {
            case Mishap.Limited or Mishap.LimitedBare:
                return Limited(bare: fault == Mishap.LimitedBare);
            case Mishap.FailedAfter or Mishap.FailedBefore:
                return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>502</html>") };
            case Mishap.HangsAfter or Mishap.HangsBefore:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
                break;
            case Mishap.DropsAfter:
                throw new HttpRequestException("Connection reset.");
        }

        return new HttpResponseMessage(answer.Item1) { Content = new StringContent(answer.Item2, Encoding.UTF8, "application/json") };
    }

    private static HttpResponseMessage Limited(bool bare)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Content = new StringContent("""{"message":"You are being rate limited.","retry_after":0.05,"global":false}"""),
        };
        if (!bare)
        {
            answer.Headers.Add("Retry-After", "1");
            answer.Headers.Add("X-RateLimit-Limit", "5");
            answer.Headers.Add("X-RateLimit-Remaining", "0");
            answer.Headers.Add("X-RateLimit-Reset-After", "0.05");
        }

        return answer;
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var json = request.Content switch
        {
            null => null,
            MultipartFormDataContent form => await form.First().ReadAsStringAsync(cancellationToken),
            _ => await request.Content.ReadAsStringAsync(cancellationToken),
        };
        return json is null ? null : JsonNode.Parse(json);
    }

    private (HttpStatusCode, string) Handle(HttpMethod method, string path, JsonNode? body)
    {
        var parts = path.Split('/', '?');
        lock (gate)
        {
            if (path == "users/@me/channels")
            {
                var channel = ChannelOf(Id((string)body!["recipient_id"]!));
                return Refuses.TryGetValue(channel, out var code) && code is 40003 or 50278
                    ? Refusal(code)
                    : (HttpStatusCode.OK, $$"""{"id":"{{channel}}"}""");
            }

            return Messages(method, parts, Id(parts[1]), body);
        }
    }

    private (HttpStatusCode, string) Messages(HttpMethod method, string[] parts, ulong channel, JsonNode? body)
    {
        if (method == HttpMethod.Get)
        {
            var after = Id(parts[3].Split("after=")[1]);
            var found = Standing.Where(message => message.Channel == channel && message.Id > after).Select(message => Shown(message.Id, message.Body));
            return (HttpStatusCode.OK, $"[{string.Join(',', found)}]");
        }

        if (Refuses.TryGetValue(channel, out var code))
        {
            return Refusal(code);
        }

        if (method == HttpMethod.Post)
        {
            return (HttpStatusCode.OK, Create(channel, body!));
        }

        var at = Standing.FindIndex(message => message.Channel == channel && message.Id == Id(parts[3]));
        if (at < 0)
        {
            return (HttpStatusCode.NotFound, """{"code":10008,"message":"Unknown Message"}""");
        }

        if (method == HttpMethod.Delete)
        {
            Standing.RemoveAt(at);
            return (HttpStatusCode.NoContent, "");
        }

        Standing[at] = Standing[at] with { Body = body! };
        return (HttpStatusCode.OK, Shown(Standing[at].Id, body!));
    }

    private string Create(ulong channel, JsonNode body)
    {
        var nonce = (string)body["nonce"]!;
        if (nonces.TryGetValue((channel, nonce), out var made) && time.GetUtcNow() - made.At < NonceMemory)
        {
            return Shown(made.Message, Standing.Single(message => message.Id == made.Message).Body);
        }

        var id = Snowflake.Before(time.GetUtcNow()) + ++sequence;
        nonces[(channel, nonce)] = (id, time.GetUtcNow());
        Standing.Add((channel, id, body));
        return Shown(id, body);
    }

    private static (HttpStatusCode, string) Refusal(int code) => code == 10003
        ? (HttpStatusCode.NotFound, """{"code":10003,"message":"Unknown Channel"}""")
        : (HttpStatusCode.Forbidden, $$"""{"code":{{code}},"message":"no"}""");

    private static ulong Id(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);

    // As Discord does, a message that is read does not say its nonce.
    private static string Shown(ulong id, JsonNode body)
    {
        var shown = body.DeepClone().AsObject();
        shown.Remove("nonce");
        shown["id"] = id.ToString(CultureInfo.InvariantCulture);
        shown["author"] = new JsonObject { ["id"] = "1", ["bot"] = true };
        return shown.ToJsonString();
    }
}
