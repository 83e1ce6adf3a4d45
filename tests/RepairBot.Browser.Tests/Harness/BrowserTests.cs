using Microsoft.Playwright;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.Browser.Tests.Harness;

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}

/// <summary>Tests of the page: each with a bot and a browser profile of its own. No test may leave a console error behind.</summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTests(Chromium chromium) : IAsyncLifetime
{
    private readonly List<IBrowserContext> contexts = [];
    private LocalChatHarness? bot;

    internal LocalChatHarness Bot => bot!;

    public async Task InitializeAsync()
    {
        _ = chromium.Browser;
        bot = await LocalChatHarness.StartAsync(null, ("RepairBot:Store", "Sqlite"));
    }

    public async Task DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        if (bot is not null)
        {
            await bot.DisposeAsync();
        }
    }

    /// <summary>A browser window.</summary>
    internal async Task<IBrowserContext> WindowAsync(
        int width = 1280, ColorScheme scheme = ColorScheme.Light, ReducedMotion motion = ReducedMotion.NoPreference)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            ReducedMotion = motion,
        });
        contexts.Add(context);
        return context;
    }

    /// <summary>A tab in a window of its own.</summary>
    internal async Task<ChatPage> OpenAsync(string query = "?person=ana") =>
        await ChatPage.OpenAsync(await WindowAsync(), Bot.Http.BaseAddress!, query);

    /// <summary>Plays a transcript over HTTP up to the first question of a step.</summary>
    internal async Task<ChatPlayer> PlayUntilAsync(string file, string step, string person = "ana")
    {
        var player = new ChatPlayer(Bot.As(person));
        foreach (var line in ChatPlayer.LinesOf(file))
        {
            if (player.Question?.Step == step)
            {
                return player;
            }

            await player.PlayAsync(line);
        }

        throw new InvalidOperationException($"{file} never comes to {step}.");
    }
}
