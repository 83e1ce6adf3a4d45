using System.Net;
using System.Text.Json;
using RepairBot.Testing.Conversations;

namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>
/// One tab of one person's browser: it keeps the screen as the answers and the feed fill it, and does by name what stands on it. What it
/// sends must be taken; what is meant to be refused is sent with <see cref="Client"/>.
/// </summary>
internal sealed class Visit(ChatClient client, HttpClient http)
{
    private readonly Dictionary<string, ShownMessage> screen = [];

    public ChatClient Client => client;

    /// <summary>The highest sequence number on the screen.</summary>
    public long Seq { get; private set; }

    /// <summary>What is in sight, in order.</summary>
    public IEnumerable<ShownMessage> InSight => screen.Values.Where(message => !message.Removed).OrderBy(message => message.Seq);

    /// <summary>The newest message with a forward action; null when nothing is open.</summary>
    public ShownMessage? Open => screen.Values.Where(ChatPlayer.IsQuestion).MaxBy(message => message.Seq);

    public ShownMessage Question => Open ?? throw new InvalidOperationException("No question is open.");

    public string Step => Question.Step!;

    public async Task<Reply> CommandAsync(string name) => Take(await client.CommandAsync(name));

    public async Task<Reply> TypeAsync(string text) => Take(await client.TextAsync(text, Seq));

    /// <summary>Presses a button, or chooses from a list, of the newest message that has it.</summary>
    public async Task<Reply> PressAsync(string action, params string[] values) => Take(await client.PressAsync(With(action), action, values));

    /// <summary>A move, whether it is a button or folded in the list.</summary>
    public Task<Reply> MoveAsync(string move) => Has(move) ? PressAsync(move) : PressAsync("more", move);

    /// <summary>Sends a form; boxes that are not named keep what stands in them.</summary>
    public async Task<Reply> FillAsync(string action, params (string Box, string Words)[] boxes)
    {
        var message = With(action);
        var form = message.Actions.Single(shown => shown.Name == action);
        var fields = form.Fields!.ToDictionary(field => field.Id, field => field.Value ?? "");
        foreach (var (box, words) in boxes)
        {
            fields[box] = words;
        }

        return Take(await client.PressAsync(message, form, fields: fields));
    }

    /// <summary>Answers the open question the usual way; an answer that stands is kept.</summary>
    public async Task<Reply> AnswerAsync(UsualAnswers answers)
    {
        var question = Question;
        var forward = question.Actions.Where(action => action.Role == "forward").ToList();
        var value = answers.ValueFor(question.Step!);
        var action = forward.Find(action => action.Name == "keep")
            ?? forward.Find(action => action.Name == value || action.Options?.Exists(option => option.Value == value) == true)
            ?? forward.Find(action => action.Kind == "form")
            ?? forward[0];
        return Take(action.Kind switch
        {
            "select" => await client.PressAsync(question, action, [action.Options!.Find(option => option.Value == value)?.Value ?? action.Options[0].Value]),
            "form" => await client.PressAsync(question, action, fields: action.Fields!.ToDictionary(field => field.Id, field => answers.WordsFor(question.Step!, field.Id))),
            _ => await client.PressAsync(question, action),
        });
    }

    /// <summary>Answers the usual way until a step is asked; the steps on the way, it included. A second look is no step of its own.</summary>
    public async Task<List<string>> AnswerUntilAsync(string step, UsualAnswers? answers = null)
    {
        var steps = new List<string> { Step };
        for (var i = 0; Step != step; i++)
        {
            Assert.True(i < 100, $"{step} is not asked on this way.");
            await AnswerAsync(answers ?? new UsualAnswers());
            if (Step != steps[^1])
            {
                steps.Add(Step);
            }
        }

        return steps;
    }

    /// <summary>Polls the feed as the page does; what was new.</summary>
    public async Task<List<ShownMessage>> LookAsync() => Show(await client.MessagesAsync(Seq));

    /// <summary>The repairs of the export, oldest first.</summary>
    public async Task<List<JsonElement>> ExportAsync()
    {
        var files = (await CommandAsync("mydata export")).Feed!.Messages.Select(message => message.File).OfType<ShownFile>();
        var json = await http.GetStringAsync(new Uri(files.First(file => file.Name.EndsWith(".json", StringComparison.Ordinal)).Url, UriKind.Relative));
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("repairs").EnumerateArray()];
    }

    /// <summary>The exported answers of the newest repair, by key such as <c>impact</c> or <c>after-talk/heard</c>.</summary>
    public async Task<Dictionary<string, ExportedAnswer>> AnswersAsync() => AnswersOf((await ExportAsync())[^1]);

    public static Dictionary<string, ExportedAnswer> AnswersOf(JsonElement repair) => repair.GetProperty("answers").EnumerateArray().ToDictionary(
        answer => answer.GetProperty("key").GetString()!,
        answer => new ExportedAnswer(
            answer.GetProperty("text").GetString()!,
            answer.GetProperty("question").GetString()!,
            answer.GetProperty("guide").GetInt32(),
            answer.GetProperty("skipped").GetBoolean(),
            answer.GetProperty("lookAgain").GetBoolean()));

    /// <summary>The newest message that has an action of this name.</summary>
    public ShownMessage With(string action) => screen.Values
        .Where(message => message.Actions.Exists(shown => shown.Name == action))
        .MaxBy(message => message.Seq) ?? throw new InvalidOperationException($"Nothing on the screen offers {action}.");

    /// <summary>True when the open question offers this, as a button or in its list of moves.</summary>
    public bool Offers(string move) => Has(move)
        || Question.Actions.Exists(action => action.Name == "more" && action.Options!.Exists(option => option.Value == move));

    private bool Has(string action) => Question.Actions.Exists(shown => shown.Name == action);

    private Reply Take(Reply reply)
    {
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Show(reply.Feed!);
        return reply;
    }

    private List<ShownMessage> Show(Feed feed)
    {
        foreach (var message in feed.Messages)
        {
            screen[message.Id] = message;
        }

        Seq = Math.Max(Seq, feed.Seq);
        return feed.Messages;
    }
}

/// <summary>One answer of an export.</summary>
internal sealed record ExportedAnswer(string Text, string Question, int Guide, bool Skipped, bool LookAgain);
