using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RepairBot.Browser.Tests.Harness;

namespace RepairBot.Browser.Tests;

/// <summary>axe finds nothing, nothing reaches out to the side, and the console stays empty: in every state, narrow and wide, light and dark.</summary>
public sealed class AccessibilityTests(Chromium chromium) : BrowserTests(chromium)
{
    private const string WholeWay = "full-hurt-them.md";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    [SkippableFact]
    public Task The_first_screen() => LookAsync();

    [SkippableFact]
    public async Task A_question_with_buttons()
    {
        await PlayUntilAsync(WholeWay, "side");
        await LookAsync();
    }

    [SkippableFact]
    public async Task A_rating()
    {
        await PlayUntilAsync(WholeWay, "heat-before");
        await LookAsync();
    }

    [SkippableFact]
    public async Task A_list_to_choose_several_from()
    {
        await PlayUntilAsync(WholeWay, "feeling");
        await LookAsync();
    }

    [SkippableFact]
    public async Task A_form()
    {
        await PlayUntilAsync(WholeWay, "part");
        await LookAsync(async chat =>
        {
            await chat.Question.Locator("[data-testid=action][aria-haspopup=dialog]").First.ClickAsync();
            await chat.Page.GetByTestId("dialog").WaitForAsync();
        });
    }

    [SkippableFact]
    public async Task The_breathing_exercise()
    {
        await BreatheAsync();
        await LookAsync(chat => chat.Page.GetByTestId("breath").First.WaitForAsync());
    }

    [SkippableFact]
    public async Task Help_lines()
    {
        await PlayUntilAsync(WholeWay, "happened");
        await Bot.As("ana").CommandAsync("notsafe");
        await LookAsync(chat => chat.Page.Locator("[data-kind=help-lines]").First.WaitForAsync());
    }

    [SkippableFact]
    public async Task A_check_in()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "closing");
        var chat = await OpenAsync();
        for (var i = 0; i < 14 && await chat.Page.Locator("[data-kind=check-in]").CountAsync() == 0; i++)
        {
            await chat.Page.Locator("[data-advance=P1D]").ClickAsync();
            await chat.Page.WaitForTimeoutAsync(1000);
        }

        Assert.Empty(chat.Faults);
        await LookAsync(page => page.Page.Locator("[data-kind=check-in]").First.WaitForAsync());
    }

    [SkippableFact]
    public async Task The_list_of_rarer_moves_stands_in_one_line_on_a_phone()
    {
        await PlayUntilAsync(WholeWay, "side");
        var chat = await ChatPage.OpenAsync(await WindowAsync(width: 360), Bot.Http.BaseAddress!);
        var menu = await chat.Question.Locator(".moves .menu select").BoundingBoxAsync();
        var button = await chat.Question.Locator(".moves .menu button").BoundingBoxAsync();

        Assert.True(button!.X >= menu!.X + menu.Width, "The button stands under its list.");
        Assert.InRange(button.Y + (button.Height / 2), menu.Y, menu.Y + menu.Height);
    }

    [SkippableFact]
    public async Task The_circle_moves_unless_motion_is_reduced()
    {
        await BreatheAsync();
        var moving = await OpenAsync();
        var still = await ChatPage.OpenAsync(await WindowAsync(motion: ReducedMotion.Reduce), Bot.Http.BaseAddress!);

        Assert.Equal(1, await AnimationsAsync(moving));
        Assert.Equal(0, await AnimationsAsync(still));
        Assert.Equal(1, await still.Page.Locator(".stage.resting").CountAsync());
    }

    [SkippableFact]
    public async Task Planted_faults_are_found()
    {
        var chat = await OpenAsync();
        await chat.Page.EvaluateAsync(
            """
            () => {
              const image = document.createElement('img');
              image.style.cssText = 'display: block; width: 9000px';
              document.querySelector('.scroller').append(image);
              console.error('planted');
            }
            """);

        Assert.Contains((await chat.Page.RunAxe(Rules)).Violations, violation => violation.Id == "image-alt");
        Assert.True(await chat.ScrollsSidewaysAsync());
        Assert.Equal(["error: planted"], chat.Faults);
    }

    private async Task LookAsync(Func<ChatPage, Task>? prepare = null)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                var window = await WindowAsync(width, scheme, ReducedMotion.Reduce);
                var chat = await ChatPage.OpenAsync(window, Bot.Http.BaseAddress!);
                await (prepare?.Invoke(chat) ?? Task.CompletedTask);

                var found = (await chat.Page.RunAxe(Rules)).Violations
                    .SelectMany(violation => violation.Nodes.Select(node => $"{width} {scheme}: {violation.Id}: {violation.Help} at {node.Target}"));
                Assert.Empty(found);
                Assert.False(await chat.ScrollsSidewaysAsync(), $"At {width} px something reaches out to the side.");
                Assert.Empty(chat.Faults);
                await window.CloseAsync();
            }
        }
    }

    private async Task BreatheAsync()
    {
        await PlayUntilAsync(WholeWay, "choose");
        await Breathing.BeginAsync(Bot.As("ana"));
    }

    private static Task<int> AnimationsAsync(ChatPage chat) => chat.Page.Locator(".disc").EvaluateAsync<int>("disc => disc.getAnimations().length");
}
