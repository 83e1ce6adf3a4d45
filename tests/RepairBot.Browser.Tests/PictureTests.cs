using Microsoft.Playwright;
using RepairBot.Browser.Tests.Harness;

namespace RepairBot.Browser.Tests;

/// <summary>Pictures of the page, to look at: written only where REPAIRBOT_PICTURES names a folder.</summary>
public sealed class PictureTests(Chromium chromium) : BrowserTests(chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("REPAIRBOT_PICTURES");

    [SkippableFact]
    public async Task Pictures_of_the_page_in_its_main_states()
    {
        Skip.If(string.IsNullOrEmpty(Folder), "skipped: REPAIRBOT_PICTURES names no folder.");
        await TakeAsync("first", "?person=nobody");
        await PlayUntilAsync("full-hurt-them.md", "part", "ana");
        await TakeAsync("question", "?person=ana");
        await PlayUntilAsync("full-hurt-them.md", "heat-before", "eve");
        await TakeAsync("rating", "?person=eve");
        await PlayUntilAsync("full-hurt-them.md", "side", "ben");
        await TakeAsync("side", "?person=ben");
        await TakeAsync("both", "?person=ana&both=ben");
        await Bot.As("ben").CommandAsync("notsafe");
        await TakeAsync("help-lines", "?person=ben");
        await PlayUntilAsync("full-hurt-them.md", "choose", "cleo");
        await Breathing.BeginAsync(Bot.As("cleo"));
        await TakeAsync("breathing", "?person=cleo");

        Assert.NotEmpty(Directory.EnumerateFiles(Folder));
    }

    private async Task TakeAsync(string name, string query)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                var window = await WindowAsync(width, scheme, ReducedMotion.Reduce);
                var chat = await ChatPage.OpenAsync(window, Bot.Http.BaseAddress!, query);
                await chat.Page.WaitForTimeoutAsync(300);
                await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
                await window.CloseAsync();
            }
        }
    }
}
