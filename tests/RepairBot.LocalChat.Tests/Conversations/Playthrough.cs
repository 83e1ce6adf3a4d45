using System.Net;
using System.Text.Json;
using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.LocalChat.Tests.Conversations;

/// <summary>
/// One person going through a conversation over HTTP alone: it keeps the screen, answers each open question in a plain way, and notes
/// which words were asked and what was answered.
/// </summary>
internal sealed class Playthrough(ChatClient client, HttpClient http, string side, string length)
{
    private const int MostQuestions = 60;

    private static readonly Dictionary<string, string> Words = new()
    {
        ["who"] = "Sam",
        ["bond"] = "my oldest friend",
        ["happened"] = "On Sunday at dinner I told everyone about Sam's exam before Sam could.",
        ["impact"] = "Sam went quiet and left before the cake.",
        ["guess"] = "Sam may have felt small and wanted to tell it first.",
        ["not-okay"] = "Telling my news for me was not okay.",
        ["ask"] = "Could you ask me before you tell others my news?",
        ["opener"] = "I would like to hear how Sunday was for you. Could we talk tomorrow after seven, or another day?",
        ["action"] = "On Tuesday at six I call Sam and ask how the week was.",
        ["seen-as"] = "The phone rings on Tuesday at six.",
    };

    private Dictionary<string, ShownMessage> screen = [];

    /// <summary>Steps in the order in which they were asked, each once.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The words of the last question asked at each step.</summary>
    public Dictionary<string, string> Questions { get; } = [];

    /// <summary>The words answered at each step.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    /// <summary>The newest message with a forward action; null when nothing is open.</summary>
    public ShownMessage? Open => screen.Values
        .Where(message => message.Actions.Exists(action => action.Role == "forward"))
        .MaxBy(message => message.Seq);

    /// <summary>The same person and screen after the program was started again.</summary>
    public Playthrough On(ChatClient again, HttpClient other) => new(again, other, side, length) { screen = screen };

    /// <summary>Goes from the start to the end of the repair.</summary>
    public async Task RunAsync()
    {
        Take(await client.CommandAsync("repair start"));
        for (var i = 0; i < MostQuestions && Open is { } question; i++)
        {
            await AnswerAsync(question);
        }

        Assert.Null(Open);
    }

    /// <summary>The newest message that has an action of this name.</summary>
    public ShownMessage With(string action) => screen.Values
        .Where(message => message.Actions.Exists(shown => shown.Name == action))
        .MaxBy(message => message.Seq) ?? throw new InvalidOperationException($"Nothing offers {action}.");

    /// <summary>Takes up what the clock brought.</summary>
    public async Task<List<ShownMessage>> LookAsync()
    {
        var after = screen.Values.Max(message => message.Seq);
        var feed = await client.MessagesAsync(after);
        feed.Messages.ForEach(message => screen[message.Id] = message);
        return feed.Messages;
    }

    /// <summary>Presses an action of the newest message that has it.</summary>
    public async Task<Reply> PressAsync(string action, params string[] values) => Take(await client.PressAsync(With(action), action, values));

    /// <summary>Types.</summary>
    public async Task<Reply> TypeAsync(string text) => Take(await client.TextAsync(text));

    /// <summary>The export's JSON.</summary>
    public async Task<JsonElement> ExportAsync()
    {
        var reply = Take(await client.CommandAsync("mydata export"));
        var file = reply.Feed!.Messages.Select(message => message.File).First(file => file?.Name.EndsWith(".json", StringComparison.Ordinal) == true)!;
        return JsonDocument.Parse(await http.GetStringAsync(new Uri(file.Url, UriKind.Relative))).RootElement;
    }

    private async Task AnswerAsync(ShownMessage question)
    {
        var step = question.Step!;
        if (!Asked.Contains(step))
        {
            Asked.Add(step);
        }

        var keep = question.Actions.Find(action => action.Name == "keep");
        if (keep is not null)
        {
            Take(await client.PressAsync(question, keep));
            return;
        }

        Questions[step] = question.Text;
        var forward = question.Actions.First(action => action.Role == "forward");
        switch (step)
        {
            case "side":
                Take(await client.PressAsync(question, side));
                break;
            case "length":
                Take(await client.PressAsync(question, length));
                break;
            case "heat-before":
                Take(await client.PressAsync(question, "answer", ["8"]));
                break;
            case "heat-after":
                Take(await client.PressAsync(question, "answer", ["3"]));
                break;
            case "confidence":
                Take(await client.PressAsync(question, "answer", ["8"]));
                break;
            case "zone":
                Take(await client.PressAsync(question, "choose", ["Europe/Berlin"]));
                break;
            case "kind":
                Take(await client.PressAsync(question, "answer", ["slip"]));
                break;
            case "safety":
                Take(await client.PressAsync(question, "answer", ["safe"]));
                break;
            default:
                await AnswerInWordsAsync(question, step, forward);
                break;
        }
    }

    private async Task AnswerInWordsAsync(ShownMessage question, string step, ShownAction forward)
    {
        if (Words.TryGetValue(step, out var words))
        {
            Answers[step] = words;
            await TypeAsync(words);
        }
        else if (forward.Kind == "form")
        {
            var fields = forward.Fields!.ToDictionary(field => field.Id, field => field.Value ?? $"On Tuesday I take the first step, part {field.Id}.");
            Answers[step] = fields.Values.First();
            Take(await client.PressAsync(question, forward, fields: fields));
        }
        else
        {
            Take(await client.PressAsync(question, forward, forward.Kind == "select" ? [forward.Options![0].Value] : []));
        }
    }

    private Reply Take(Reply reply)
    {
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        reply.Feed!.Messages.ForEach(message => screen[message.Id] = message);
        return reply;
    }
}
