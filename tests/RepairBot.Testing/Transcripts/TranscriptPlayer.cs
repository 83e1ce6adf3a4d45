using System.Globalization;
using System.Text;
using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>Plays a transcript and stops at the first line that is not so.</summary>
public sealed class TranscriptPlayer(ITranscriptChat chat)
{
    private readonly StringBuilder log = new();
    private string file = "";
    private string person = "";
    private int cursor;
    private string? refusal;

    /// <summary>The conversation as it went, whole, to be read aloud.</summary>
    public string Log => log.ToString();

    /// <summary>Plays one transcript on a chat of its own; answers what was said.</summary>
    /// <param name="file">Path below <c>tests/transcripts</c>.</param>
    /// <exception cref="TranscriptException">The bot did something else than the transcript says.</exception>
    public static async Task<string> PlayAsync(string file)
    {
        await using var chat = new EngineChat();
        var player = new TranscriptPlayer(chat);
        await player.PlayAsync(Transcript.Read(file));
        return player.Log;
    }

    /// <summary>Plays a transcript from where the chat stands.</summary>
    /// <exception cref="TranscriptException">The bot did something else than the transcript says.</exception>
    public async Task PlayAsync(Transcript transcript)
    {
        var outer = file;
        file = transcript.File;
        foreach (var line in transcript.Lines)
        {
            await PlayAsync(line);
        }

        file = outer;
    }

    private ChatScreen Screen => chat.ScreenOf(person);

    private async Task PlayAsync(TranscriptLine line)
    {
        if (line.IsExpectation)
        {
            if (Problem(line) is { } problem)
            {
                throw Failure(line, problem);
            }

            return;
        }

        refusal = null;
        cursor = 0;
        if (line.Person is null)
        {
            await HappenAsync(line);
            return;
        }

        person = line.Person;
        log.Append(CultureInfo.InvariantCulture, $"\n{person} {line.Verb}: {line.Text}\n");
        foreach (var (box, text) in line.Boxes)
        {
            log.Append(CultureInfo.InvariantCulture, $"    {box}: {text}\n");
        }

        if (line.Verb == "looks")
        {
            return;
        }

        var answer = await ActAsync(line);
        refusal = answer.Result is TurnResult.Taken or TurnResult.Repeated ? null : answer.Detail ?? answer.Result.ToString();
        Write(Screen);
        if (TurnRules.Problem(Screen.Fresh) is { } broken)
        {
            throw Failure(line, broken);
        }
    }

    private async Task HappenAsync(TranscriptLine line)
    {
        switch (line.Verb)
        {
            case "Begins like":
                await PlayAsync(Transcript.Read(line.Text));
                return;
            case "Messages get lost":
                chat.LoseMessages();
                return;
            case "Restart":
                log.Append("\n(The program starts again.)\n");
                await chat.RestartAsync(line.Text.Length == 0 ? null : CoachGuides.With(line.Text));
                break;
            default:
                log.Append(CultureInfo.InvariantCulture, $"\n({line.Verb}: {line.Text})\n");
                await chat.AdvanceAsync(Duration(line), asleep: line.Verb == "Clock asleep");
                break;
        }

        if (person.Length > 0)
        {
            Write(Screen);
        }
    }

    private Task<TurnAnswer> ActAsync(TranscriptLine line)
    {
        var late = line.Verb.EndsWith(" late", StringComparison.Ordinal);
        switch (line.Verb)
        {
            case "/":
                var words = line.Text.Split(' ');
                var options = words.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=', 2)).ToList();
                var name = string.Join(' ', words.Where(word => !word.Contains('=', StringComparison.Ordinal)));
                return chat.CommandAsync(person, name, options.Select(option => (option[0], option[1])));
            case "types" or "types at once":
                return chat.TypeAsync(person, Repeated(line.Text), unseen: line.Verb != "types");
            case "presses" or "presses late":
                var (pressed, button, value) = Controls.Button(Messages(late), line.Text) ?? throw Failure(line, "There is no such button.");
                return chat.ActAsync(person, pressed, button, value is null ? [] : [value], []);
            case "chooses":
                var (chosen, list, values) = Controls.List(Messages(late), line.Text) ?? throw Failure(line, "There is no list with that choice.");
                return chat.ActAsync(person, chosen, list, values, []);
            default:
                var (asked, form) = Controls.Form(Messages(late), line) ?? throw Failure(line, "There is no such form.");
                return chat.ActAsync(person, asked, form, [], Controls.Filled(form, line, Repeated(line.Text)));
        }
    }

    private IEnumerable<Message> Messages(bool late) => late ? Screen.Past : Screen.Live;

    private string? Problem(TranscriptLine line) => line.Verb switch
    {
        "Bot asks" => Asked() is { } asked && Has(asked, line.Text) ? null : "The bot asks something else.",
        "Bot asks exactly" => Asked() == line.Text ? null : "The bot asks it in other words.",
        "Bot does not ask" => Asked() is { } asked && Has(asked, line.Text) ? "The bot asks just that." : null,
        "Nothing is asked" => Asked() is null ? null : "A question is open.",
        "Step" => (Screen.Question?.Step ?? "") == line.Text ? null : $"The open question is `{Screen.Question?.Step ?? "none"}`.",
        "Bot says" => Said(text => Has(text, line.Text)) ? null : "The bot does not say that, or not in this order.",
        "Bot says exactly" => Said(text => text == line.Text) ? null : "The bot does not say exactly that, or not in this order.",
        "Bot does not say" => Screen.Fresh.Any(message => Has(MessageWords.TextOf(message), line.Text)) ? "The bot says just that." : null,
        "Bot says nothing" => Screen.Fresh.Count == 0 ? null : "The bot says something.",
        "Bot shows" => Shown(line.Text) ? null : "No card line has that.",
        "Bot does not show" => Shown(line.Text) ? "A card line has just that." : null,
        "Bot offers" => Missing(line.Text) is { } missing ? $"`{missing}` is not offered." : null,
        "Bot does not offer" => Names(line.Text).FirstOrDefault(Offered) is { } there ? $"`{there}` is offered." : null,
        "Bot refuses" => refusal is not null && Has(refusal, line.Text) ? null : $"It was {(refusal is null ? "taken" : "refused in other words")}.",
        "Bot sends" => Screen.Fresh.Any(message => message.File is { } sent && Has($"{sent.Name} {sent.Content.Reveal()}", line.Text))
            ? null : "No file has that.",
        "Box has" => Box(line) is { } text && Has(text, AfterEquals(line.Text)) ? null : "The box holds something else, or there is no such box.",
        "Box is empty" => Box(line) is "" ? null : "The box holds something, or there is no such box.",
        "Screen has" => OnScreen(line.Text) ? null : "It is nowhere on the screen.",
        "Screen has not" => OnScreen(line.Text) ? "It is on the screen." : null,
        _ => throw Failure(line, "Nothing checks this."),
    };

    private string? Asked() => Screen.Question is { } question ? MessageWords.TextOf(question) : null;

    // In order: what was found once is not looked for again before it.
    private bool Said(Func<string, bool> fits)
    {
        for (var i = cursor; i < Screen.Fresh.Count; i++)
        {
            if (fits(MessageWords.TextOf(Screen.Fresh[i])))
            {
                cursor = i;
                return true;
            }
        }

        return false;
    }

    private bool Shown(string words) => Screen.Fresh.SelectMany(MessageWords.CardOf).Any(line => Has(line, words));

    private bool OnScreen(string words) => Screen.InSight.SelectMany(MessageWords.AllOf).Any(line => Has(line, words));

    private bool Offered(string name) => Screen.Live.SelectMany(MessageWords.OffersOf).Contains(name);

    private string? Missing(string names) => Names(names).FirstOrDefault(name => !Offered(name));

    private string? Box(TranscriptLine line)
    {
        var name = line.Text.Split('=', 2)[0].Trim();
        return Screen.Live.SelectMany(message => message.Actions).SelectMany(action => action.Fields).FirstOrDefault(field => field.Id == name) is { } field
            ? MessageWords.OneLine(field.Value?.Reveal() ?? "")
            : null;
    }

    private static string AfterEquals(string text) => text.Split('=', 2) is [_, var rest] ? rest.Trim() : text;

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    // "some words (40 times)" is those words forty times.
    private static string Repeated(string text)
    {
        if (!text.EndsWith(" times)", StringComparison.Ordinal) || text.LastIndexOf('(') is var open && open < 0)
        {
            return text;
        }

        var times = int.Parse(text[(open + 1)..^" times)".Length], CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Repeat(text[..open], times)).TrimEnd();
    }

    private TimeSpan Duration(TranscriptLine line)
    {
        var amount = line.Text.Length > 2 && int.TryParse(line.Text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (line.Text, amount) switch
        {
            (['+', .., 'm'], > 0) => TimeSpan.FromMinutes(amount),
            (['+', .., 'h'], > 0) => TimeSpan.FromHours(amount),
            (['+', .., 'd'], > 0) => TimeSpan.FromDays(amount),
            _ => throw Failure(line, "Write a time such as +10m, +2h or +3d."),
        };
    }

    private void Write(ChatScreen screen)
    {
        if (refusal is not null)
        {
            log.Append(CultureInfo.InvariantCulture, $"    (refused: {refusal})\n");
        }

        foreach (var message in screen.Fresh)
        {
            log.Append(CultureInfo.InvariantCulture, $"  > {MessageWords.TextOf(message)}\n");
            foreach (var line in MessageWords.CardOf(message))
            {
                log.Append(CultureInfo.InvariantCulture, $"  >   | {line}\n");
            }

            if (!message.Actions.IsEmpty)
            {
                log.Append(CultureInfo.InvariantCulture, $"  >   [{string.Join("] [", message.Actions.Select(action => action.Label))}]\n");
            }
        }
    }

    private TranscriptException Failure(TranscriptLine line, string problem)
    {
        var said = string.Join("\n", log.ToString().Split('\n').TakeLast(24));
        return new TranscriptException(file, line.Number, $"{problem}\n  expected: {line.Verb}: {line.Text}\n  the last of the conversation:\n{said}");
    }
}
