using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RepairBot.Browser.Tests.Harness;

namespace RepairBot.Browser.Tests;

/// <summary>Whole repairs, from "Start a repair" to the end, without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : BrowserTests(chromium)
{
    [SkippableTheory]
    [InlineData("short-hurt-them-calm.md")]
    [InlineData("full-hurt-them.md")]
    public async Task A_whole_repair_goes_by_keyboard_alone(string transcript)
    {
        var chat = await OpenAsync();

        await new KeyboardPlayer(chat).PlayAsync(transcript);

        Assert.Empty(chat.Faults);
    }

    [SkippableFact]
    public async Task Help_now_is_reached_and_answers_at_once()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "happened");
        var chat = await OpenAsync();
        var keyboard = new Keyboard(chat);

        await keyboard.EnterAsync(chat.Page.GetByTestId("help-now"));

        await chat.Page.Locator("[data-kind=help-lines]").First.WaitForAsync();
        Assert.Empty(chat.Faults);
    }

    [SkippableFact]
    public async Task A_form_has_its_own_Help_now_and_keeps_what_was_typed()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "happened");
        var chat = await OpenAsync();
        var keyboard = new Keyboard(chat);
        var dialog = chat.Page.GetByTestId("dialog");
        var opening = chat.Question.Locator("[data-testid=action][aria-haspopup=dialog]").First;
        await keyboard.EnterAsync(opening);
        await keyboard.TypeAsync("half a sentence");
        await keyboard.PressAsync("Escape");
        await keyboard.EnterAsync(opening);
        Assert.Equal("half a sentence", await dialog.Locator("input, textarea").First.InputValueAsync());

        await keyboard.EnterAsync(dialog.Locator(".safety"));

        await chat.Page.Locator("[data-kind=help-lines]").First.WaitForAsync();
        Assert.Equal(0, await dialog.CountAsync());
        Assert.Empty(chat.Faults);
    }

    [SkippableFact]
    public async Task Escape_three_times_leaves_and_nothing_of_it_is_left_on_screen()
    {
        await PlayUntilAsync("short-hurt-them-calm.md", "happened");
        var chat = await OpenAsync();
        await chat.Page.BringToFrontAsync();
        for (var i = 0; i < 3; i++)
        {
            await chat.Page.Keyboard.PressAsync("Escape");
        }

        // Asked for again and again: a wait for the change itself misses one that is over before it begins.
        await Assertions.Expect(chat.Page).ToHaveURLAsync(new Regex("/blank[.]html$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal("Notes", await chat.Page.TitleAsync());
        Assert.Equal(0, await chat.Messages.CountAsync());
    }
}
