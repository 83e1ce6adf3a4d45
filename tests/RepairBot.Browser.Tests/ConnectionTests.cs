using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RepairBot.Browser.Tests.Harness;

namespace RepairBot.Browser.Tests;

/// <summary>Two tabs, a server that goes away, and what the browser is told to refuse.</summary>
public sealed class ConnectionTests(Chromium chromium) : BrowserTests(chromium)
{
    [SkippableFact]
    public async Task Two_tabs_of_one_person_stay_in_step()
    {
        var window = await WindowAsync();
        var one = await ChatPage.OpenAsync(window, Bot.Http.BaseAddress!);
        var two = await OpenAsync();
        await one.Page.GetByTestId("start").ClickAsync();
        await two.Page.Locator(ChatPage.OpenQuestion).WaitForAsync();

        await two.Question.GetByTestId("action").First.ClickAsync();
        await two.Page.Locator("[data-step=side]").WaitForAsync();
        await one.Page.Locator("[data-step=side]").WaitForAsync();

        Assert.Equal(await two.StepAsync(), await one.StepAsync());
        Assert.Equal(1, await one.Page.Locator(ChatPage.OpenQuestion).CountAsync());
        Assert.Empty(one.Faults);
        Assert.Empty(two.Faults);
    }

    [SkippableFact]
    public async Task What_was_typed_survives_a_server_that_went_away_and_is_sent_once()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "happened");
        var chat = await OpenAsync();
        chat.ServerMayBeAway = true;
        await Bot.StopAsync();

        await chat.Text.FillAsync("On Friday I shouted at Jo.");
        await chat.Text.PressAsync("Enter");
        await chat.Page.GetByTestId("status").Filter(new() { HasText = "kept" }).WaitForAsync();
        Assert.Equal("On Friday I shouted at Jo.", await chat.Text.InputValueAsync());
        await Bot.StartAgainAsync();
        // The page tries again by itself for a while; after that it is for the person to press Send again.
        await chat.Page.Locator("[data-step=impact], .status:has-text('Nothing you typed is lost')").First.WaitForAsync();
        if (await chat.Text.InputValueAsync() is { Length: > 0 })
        {
            await chat.Text.PressAsync("Enter");
        }

        await chat.Page.Locator("[data-step=impact]").WaitForAsync();
        Assert.Equal("", await chat.Text.InputValueAsync());
        Assert.Equal(1, await chat.Page.Locator("[data-from=me]").Filter(new() { HasText = "On Friday I shouted at Jo." }).CountAsync());
    }

    [SkippableFact]
    public async Task The_page_forbids_everything_that_is_not_its_own_and_needs_nothing_of_it()
    {
        var window = await WindowAsync();
        await window.AddInitScriptAsync("window.violations = []; addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));");
        await PlayUntilAsync("full-hurt-them.md", "part");
        var chat = await ChatPage.OpenAsync(window, Bot.Http.BaseAddress!);
        await chat.Question.Locator("[data-testid=action][aria-haspopup=dialog]").First.ClickAsync();
        using var answer = await Bot.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.StartsWith("default-src 'none';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("() => violations.length"));
        Assert.Empty(chat.Faults);
    }

    [SkippableFact]
    public async Task Leave_quickly_leaves_no_step_back()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "happened");
        var chat = await OpenAsync();

        await chat.Page.GetByTestId("leave").ClickAsync();
        await Assertions.Expect(chat.Page).ToHaveURLAsync(new Regex("/blank[.]html$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await chat.Page.GoBackAsync();

        Assert.Equal(0, await chat.Messages.CountAsync());
    }
}
