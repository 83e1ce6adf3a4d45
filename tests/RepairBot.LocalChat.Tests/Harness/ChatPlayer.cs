using RepairBot.Testing.Transcripts;

namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>Plays one person's lines of a transcript over HTTP: knows what is on their screen, and what each line sends.</summary>
internal sealed class ChatPlayer(ChatClient client)
{
    private readonly Dictionary<string, ShownMessage> screen = [];

    /// <summary>The newest sequence number shown.</summary>
    public long Seq { get; private set; }

    /// <summary>The question that waits for an answer; null when none does.</summary>
    public ShownMessage? Question => Live.FirstOrDefault(IsQuestion);

    /// <summary>Every message in sight, in order.</summary>
    public IEnumerable<ShownMessage> InSight => screen.Values.Where(message => !message.Removed).OrderBy(message => message.Seq);

    /// <summary>The lines of a transcript, with those of the one it begins like.</summary>
    public static IEnumerable<TranscriptLine> LinesOf(string file) => Transcript.Read(file).Lines.SelectMany(line =>
        line.Verb == "Begins like" ? LinesOf(line.Text) : [line]);

    /// <summary>True for a message that waits for an answer.</summary>
    public static bool IsQuestion(ShownMessage message) => message.Actions.Any(action => action is { Role: "forward", Disabled: false });

    /// <summary>Plays a whole transcript whose lines only speak, press and expect.</summary>
    public async Task PlayAsync(string file)
    {
        foreach (var line in LinesOf(file))
        {
            await PlayAsync(line);
        }
    }

    /// <summary>Does what a line does, or checks the step it expects; other expectations are not this player's.</summary>
    public async Task PlayAsync(TranscriptLine line)
    {
        if (line.Person is not null && line.Verb != "looks")
        {
            var (what, body) = CallOf(line, key: null)!.Value;
            Show((await client.PostAsync(what, body)).Feed!);
        }
        else if (line.Verb == "Step")
        {
            Assert.Equal(line.Text, Question?.Step);
        }
    }

    /// <summary>Puts messages on the screen.</summary>
    public void Show(Feed feed)
    {
        foreach (var message in feed.Messages)
        {
            screen[message.Id] = message;
        }

        Seq = Math.Max(Seq, feed.Seq);
    }

    /// <summary>What a line sends, given what is on the screen now; null when there is nothing it could press.</summary>
    public (string What, object Body)? CallOf(TranscriptLine line, string? key)
    {
        switch (line.Verb)
        {
            case "/":
                var words = line.Text.Split(' ').ToLookup(word => word.Contains('=', StringComparison.Ordinal));
                return ("commands", new { name = string.Join(' ', words[false]), options = words[true].Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]), key });
            case "types":
                return ("texts", new { text = line.Text, seen = Seq, key });
            case "presses":
                return Button(line.Text) is var (pressed, button, move) ? Call(pressed, button, move) : null;
            case "chooses":
                return List(line.Text) is var (asked, list, values) ? Call(asked, list, values) : null;
            case "writes" or "fills":
                return Form(line) is var (filled, form) ? Call(filled, form, [], Filled(form, line)) : null;
            default:
                throw new InvalidOperationException($"`{line.Verb}` can't be played here.");
        }

        (string What, object Body) Call(ShownMessage message, ShownAction action, string[] values, Dictionary<string, string>? fields = null) =>
            ("actions", new { message = message.Id, action = action.Id, values, fields = fields ?? [], key });
    }

    /// <summary>The words a line puts into free text, by the box they go to; empty for a line that chooses.</summary>
    public static IEnumerable<string> WordsOf(TranscriptLine line) => line.Verb switch
    {
        "types" or "writes" => [line.Text],
        "fills" => line.Boxes.Select(box => box.Text),
        _ => [],
    };

    private IEnumerable<ShownMessage> Live => screen.Values.Where(message => message.Actions.Count > 0).OrderByDescending(message => message.Seq);

    private IEnumerable<(ShownMessage Message, ShownAction Action)> Actions => Live.SelectMany(message => message.Actions.Select(action => (message, action)));

    private (ShownMessage Message, ShownAction Action, string[] Values)? Button(string name)
    {
        foreach (var (message, action) in Actions)
        {
            if (action.Kind == "button" && Is(action.Name, action.Label, name))
            {
                return (message, action, []);
            }

            if (action is { Role: "move", Options: { } moves } && ValueOf(moves, name) is { } move)
            {
                return (message, action, [move]);
            }
        }

        return null;
    }

    private (ShownMessage Message, ShownAction Action, string[] Values)? List(string names)
    {
        foreach (var (message, action) in Actions.Where(at => at.Action.Kind == "select"))
        {
            string?[] values = ValueOf(action.Options!, names) is { } whole
                ? [whole]
                : [.. names.Split(',', StringSplitOptions.TrimEntries).Select(name => ValueOf(action.Options!, name))];
            if (!values.Contains(null))
            {
                return (message, action, [.. values.OfType<string>()]);
            }
        }

        return null;
    }

    private (ShownMessage Message, ShownAction Action)? Form(TranscriptLine line) => Actions.Cast<(ShownMessage, ShownAction Action)?>().FirstOrDefault(at => at!.Value.Action.Kind == "form" && (line.Verb == "writes"
        ? at.Value.Action is { Name: "answer", Fields.Count: 1 }
        : Is(at.Value.Action.Name, at.Value.Action.Label, line.Text)));

    // Boxes that a line leaves alone keep what stands in them.
    private static Dictionary<string, string> Filled(ShownAction form, TranscriptLine line) => form.Fields!.ToDictionary(
        field => field.Id,
        field => line.Verb == "writes" ? line.Text : line.Boxes.Where(box => box.Name == field.Id).Select(box => box.Text).FirstOrDefault() ?? field.Value ?? "");

    private static string? ValueOf(List<ShownOption> options, string name) =>
        options.Find(option => Is(option.Value, option.Label, name))?.Value;

    private static bool Is(string name, string label, string wanted) => name == wanted || label == wanted;
}
