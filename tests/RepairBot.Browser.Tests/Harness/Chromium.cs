using Microsoft.Playwright;

namespace RepairBot.Browser.Tests.Harness;

/// <summary>One browser for all tests: the machine's own Chromium, told to talk to nobody but the page's server.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Missing = "skipped: no Chromium. Put one on the PATH or name it in CHROMIUM_PATH.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; without one the test is skipped and says so.</summary>
    public IBrowser Browser
    {
        get
        {
            Skip.If(browser is null, Missing);
            return browser;
        }
    }

    public async Task InitializeAsync()
    {
        if (Executable() is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Executable() =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
