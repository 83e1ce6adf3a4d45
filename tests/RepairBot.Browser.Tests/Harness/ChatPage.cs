using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RepairBot.Browser.Tests.Harness;

/// <summary>One tab with one person's side of the conversation.</summary>
internal sealed class ChatPage
{
    private const float Patience = 60_000;

    private readonly ConcurrentQueue<string> faults = [];

    private ChatPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) => Keep(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Keep(true, error);
        page.RequestFailed += (_, request) => Keep(true, $"failed: {request.Method} {new Uri(request.Url).AbsolutePath}");
    }

    public IPage Page { get; }

    /// <summary>True while the server is away on purpose, so that calls may fail.</summary>
    public bool ServerMayBeAway { get; set; }

    /// <summary>Console errors and warnings, uncaught errors, failed requests.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public ILocator Messages => Page.GetByTestId("message");

    public ILocator Text => Page.GetByTestId("text");

    /// <summary>The newest question that is not answered yet.</summary>
    public ILocator Question => Page.Locator(OpenQuestion).Last;

    public const string OpenQuestion = "[data-testid=message]:not(.earlier):has(.forward)";

    public static async Task<ChatPage> OpenAsync(IBrowserContext context, Uri address, string query = "?person=ana")
    {
        var chat = new ChatPage(await context.NewPageAsync());
        await chat.Page.GotoAsync(new Uri(address, query).ToString());
        await chat.Page.Locator("[data-testid=welcome]:visible, [data-testid=message]").First.WaitForAsync();
        return chat;
    }

    /// <summary>The step of the open question.</summary>
    public async Task<string?> StepAsync() => await Question.CountAsync() == 0 ? null : await Question.GetAttributeAsync("data-step");

    /// <summary>Waits until a message with that in it is there.</summary>
    public Task SeesAsync(string text) => Messages.Filter(new() { HasText = text }).First.WaitForAsync();

    /// <summary>Whether something reaches out of the window to the side.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>(
        """
        () => [document.scrollingElement, ...document.querySelectorAll('.scroller, .sheet')].some(part => part.scrollWidth > part.clientWidth)
        """);

    private void Keep(bool matters, string fault)
    {
        if (matters && !ServerMayBeAway)
        {
            faults.Enqueue(fault);
        }
    }
}
