using System.Net;
using System.Text;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Time;

namespace RepairBot.LocalChat.Tests.Clock;

public sealed class ClockApiTests : IAsyncLifetime
{
    private readonly ManualTime machine = new();
    private LocalChatHarness chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatHarness.StartAsync(machine);

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task It_says_the_time_in_utc_and_leaves_out_what_is_not_there()
    {
        Assert.Equal("""{"now":"2026-03-02T09:00:00Z"}""", await chat.Http.GetStringAsync(new Uri("/api/clock", UriKind.Relative)));
    }

    [Theory]
    [InlineData("""{"advance":"PT10M"}""", "2026-03-02T09:10:00Z")]
    [InlineData("""{"advance":"P1D","asleep":true}""", "2026-03-03T09:00:00Z")]
    [InlineData("""{"advance":"P366D","asleep":false}""", "2027-03-03T09:00:00Z")]
    [InlineData("""{"advance":"PT0S"}""", "2026-03-02T09:00:00Z")]
    public async Task It_moves_on(string body, string now)
    {
        using var response = await PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(now, answer.RootElement.GetProperty("now").GetString());
    }

    [Fact]
    public async Task A_restart_keeps_the_time()
    {
        using (await PostAsync("""{"advance":"P30D"}"""))
        {
            await chat.RestartAsync();
        }

        Assert.Equal("""{"now":"2026-04-01T09:00:00Z"}""", await chat.Http.GetStringAsync(new Uri("/api/clock", UriKind.Relative)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"advance":null}""")]
    [InlineData("""{"advance":10}""")]
    [InlineData("""{"advance":""}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"-PT1M"}""")]
    [InlineData("""{"advance":"P367D"}""")]
    [InlineData("""{"advance":"P366DT0.0000001S"}""")]
    [InlineData("""{"advance":"PT1M","asleep":"yes"}""")]
    [InlineData("""{"advance":"PT1M\u0000"}""")]
    public async Task Anything_else_is_refused_and_moves_nothing(string body)
    {
        using var response = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"now":"2026-03-02T09:00:00Z"}""", await chat.Http.GetStringAsync(new Uri("/api/clock", UriKind.Relative)));
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        chat.Http.PostAsync(new Uri("/api/clock", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
}
