using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using RepairBot.Configuration;
using RepairBot.Testing.Storage;

namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>
/// The whole bot in this process, on a free loopback port, with a real store in a folder of its own. Stopping and starting again goes on with
/// the same data.
/// </summary>
internal sealed class LocalChatHarness : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly TimeProvider machine;
    private readonly Dictionary<string, string?> settings;
    private LoopbackAddress address = LoopbackAddress.AnyPort;
    private WebApplication? app;

    private LocalChatHarness(TimeProvider machine, Dictionary<string, string?> settings)
    {
        this.machine = machine;
        this.settings = new Dictionary<string, string?>(settings)
        {
            ["RepairBot:DataDirectory"] = folder.PathOf("data"),
            ["RepairBot:KeyDirectory"] = folder.PathOf("keys"),
            ["Logging:LogLevel:Default"] = "None",
        };
    }

    /// <summary>For calls no <see cref="ChatClient"/> would make.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>Where data is kept.</summary>
    public string DataDirectory => folder.PathOf("data");

    /// <summary>The path of something of the test's own, which is gone with the harness.</summary>
    public string PathOf(string name) => folder.PathOf(name);

    /// <param name="machine">The machine's time; the real one when null.</param>
    /// <param name="settings">More settings by key.</param>
    public static async Task<LocalChatHarness> StartAsync(TimeProvider? machine = null, params (string Key, string Value)[] settings)
    {
        var harness = new LocalChatHarness(machine ?? TimeProvider.System, settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        await harness.StartAgainAsync();
        return harness;
    }

    /// <summary>Starts on the data that is there, at the address it had before.</summary>
    public async Task StartAgainAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var read = BotSettings.Read(configuration) with { LocalChat = new LocalChatOptions(address) };
        app = LocalChatHost.Build(read, configuration, machine);
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.LocalChatUrl()) };
        address = LoopbackAddress.TryParse(app.LocalChatUrl(), out var bound) ? bound : address;
    }

    /// <summary>Stops as on Ctrl+C.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
            app = null;
        }
    }

    /// <summary>Stops and starts again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    /// <summary>Stops, puts other guides in place and starts again.</summary>
    public async Task RestartAsync(string guides)
    {
        settings["RepairBot:GuideDirectory"] = guides;
        await RestartAsync();
    }

    /// <summary>One person's browser.</summary>
    public ChatClient As(string person) => new(Http, person);

    /// <summary>One tab of one person's browser, with an empty screen.</summary>
    public Visit Visit(string person) => new(As(person), Http);

    /// <summary>A tab of somebody who has just begun a repair.</summary>
    public async Task<Visit> StartAsync(string person)
    {
        var visit = Visit(person);
        await visit.CommandAsync("repair start");
        return visit;
    }

    /// <summary>Moves the chat's clock.</summary>
    public async Task MoveClockAsync(string advance, bool asleep = false)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { advance, asleep }), Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/api/clock", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }
}
