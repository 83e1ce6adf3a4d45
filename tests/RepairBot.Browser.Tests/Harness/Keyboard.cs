using Microsoft.Playwright;

namespace RepairBot.Browser.Tests.Harness;

/// <summary>Somebody who has no mouse: everything is reached with the Tab key, in the direction where it is.</summary>
internal sealed class Keyboard(ChatPage chat)
{
    private const int MostTabs = 60;

    public Task PressAsync(string key) => chat.Page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => chat.Page.Keyboard.InsertTextAsync(text);

    /// <summary>Key by key, as a menu wants it.</summary>
    public Task TypeKeysAsync(string text) => chat.Page.Keyboard.TypeAsync(text);

    /// <summary>Tabs to an element and presses Enter there.</summary>
    public async Task EnterAsync(ILocator target)
    {
        await TabToAsync(target);
        await PressAsync("Enter");
    }

    /// <summary>Tabs to one of these elements.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.First.WaitForAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            switch (await target.EvaluateAllAsync<int>(
                """
                all => all.includes(document.activeElement) ? 0
                  : document.activeElement.compareDocumentPosition(all[0]) & Node.DOCUMENT_POSITION_PRECEDING
                    && document.activeElement !== document.body ? -1 : 1
                """))
            {
                case 0:
                    return;
                case 1:
                    await PressAsync("Tab");
                    break;
                default:
                    await PressAsync("Shift+Tab");
                    break;
            }
        }

        Assert.Fail($"Tab does not reach {target}.");
    }

    /// <summary>Chooses one of a group of radio buttons as browsers let one: Tab to the group, arrows within.</summary>
    public async Task ChooseRadioAsync(ILocator group, ILocator wanted)
    {
        await TabToAsync(group);
        for (var i = 0; i < MostTabs && !await IsFocusedAsync(wanted); i++)
        {
            await PressAsync("ArrowDown");
        }

        await PressAsync("Space");
    }

    public static Task<bool> IsFocusedAsync(ILocator element) => element.EvaluateAsync<bool>("one => one === document.activeElement");
}
