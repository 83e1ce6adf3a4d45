using Microsoft.Playwright;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Browser.Tests.Harness;

/// <summary>Plays a transcript on the page by keyboard alone, and looks after every turn where the focus is.</summary>
internal sealed class KeyboardPlayer(ChatPage chat)
{
    private readonly Keyboard keyboard = new(chat);

    public async Task PlayAsync(string file)
    {
        foreach (var line in ChatPlayer.LinesOf(file))
        {
            if (line.Person is not null)
            {
                await PlayAsync(line);
            }
            else if (line.Verb is "Step" or "Nothing is asked")
            {
                Assert.Equal(line.Verb == "Step" ? line.Text : null, await chat.StepAsync());
            }
        }
    }

    private async Task PlayAsync(TranscriptLine line)
    {
        var before = await SeqAsync();
        switch (line.Verb)
        {
            case "/" when await chat.Page.GetByTestId("start").IsVisibleAsync():
                await keyboard.EnterAsync(chat.Page.GetByTestId("start"));
                break;
            case "types" or "/":
                await keyboard.TabToAsync(chat.Text);
                await keyboard.TypeAsync(line.Verb == "/" ? $"/{line.Text}" : line.Text);
                await keyboard.PressAsync("Enter");
                break;
            case "presses":
                await PressAsync(line.Text);
                break;
            case "chooses":
                await ChooseAsync([.. line.Text.Split(',', StringSplitOptions.TrimEntries)]);
                break;
            case "writes" or "fills":
                await FillAsync(line);
                break;
        }

        await chat.Page.WaitForFunctionAsync($"before => ({Seq})() > before", before);
        await CheckFocusAsync(typed: line.Verb == "types");
    }

    // A button of the newest message that has it; Space and Enter both press.
    private async Task PressAsync(string name)
    {
        await keyboard.TabToAsync(chat.Page.Locator($"[data-testid=action][data-action='{name}']:not(:disabled)").Last);
        await keyboard.PressAsync("Space");
    }

    private async Task ChooseAsync(string[] values)
    {
        var list = chat.Page.GetByTestId("select").Filter(new() { Has = chat.Page.Locator(Option(values[0])) }).Last;
        var option = list.Locator(Option(values[0]));
        switch (await option.EvaluateAsync<string>("one => one.type || one.tagName"))
        {
            case "button":
                await keyboard.EnterAsync(option);
                return;
            case "radio":
                await keyboard.ChooseRadioAsync(list.Locator("input"), option);
                break;
            case "checkbox":
                foreach (var value in values)
                {
                    await keyboard.TabToAsync(list.Locator(Option(value)));
                    await keyboard.PressAsync("Space");
                }

                break;
            default:
                var menu = list.GetByTestId("menu");
                await keyboard.TabToAsync(menu);
                await keyboard.TypeKeysAsync(await option.InnerTextAsync());
                Assert.Equal(values[0], await menu.InputValueAsync());
                break;
        }

        await keyboard.EnterAsync(list.GetByTestId("confirm"));
    }

    private async Task FillAsync(TranscriptLine line)
    {
        var name = line.Verb == "writes" ? "answer" : line.Text;
        await PressAsync(name);
        var dialog = chat.Page.GetByTestId("dialog");
        await dialog.WaitForAsync();
        var first = dialog.Locator("input, textarea").First;
        Assert.True(await Keyboard.IsFocusedAsync(first), "A form opens with the focus in its first box.");
        foreach (var (box, text) in line.Verb == "writes" ? [("", line.Text)] : line.Boxes.AsEnumerable())
        {
            await keyboard.TabToAsync(box.Length == 0 ? first : dialog.GetByTestId($"field-{box}"));
            await keyboard.PressAsync("Control+A");
            await keyboard.TypeAsync(text);
        }

        await keyboard.EnterAsync(dialog.GetByTestId("dialog-send"));
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    // Whoever types goes on typing; whoever pressed finds the focus on what can be answered next, and never on nothing while something is asked.
    private async Task CheckFocusAsync(bool typed)
    {
        if (typed)
        {
            Assert.True(await Keyboard.IsFocusedAsync(chat.Text), "The focus stays where one types.");
        }
        else if (await chat.Question.CountAsync() > 0)
        {
            Assert.True(
                await chat.Question.EvaluateAsync<bool>("question => question.contains(document.activeElement)"),
                $"After a press the focus is in the question of the step {await chat.StepAsync()}.");
        }
    }

    private Task<long> SeqAsync() => chat.Page.EvaluateAsync<long>(Seq);

    private static string Option(string value) => $":is([data-testid=option], option)[value='{value}']";

    private const string Seq = "() => Math.max(0, ...[...document.querySelectorAll('[data-testid=message]')].map(item => Number(item.dataset.seq)))";
}
