using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Somebody who does whatever is on the screen, in any order, with good and bad values. The same seed does the same.</summary>
internal sealed class RandomMoves(int seed)
{
    private static readonly string[] CommandNames = [.. Commands.Names, "no such thing"];

    private static readonly string[] Moves =
    [
        "back", "keep", "edit", "skip", "why", "example", "steady", "stop", "stop.keep", "stop.private", "stop.delete", "hide", "help", "safety",
        "back", "keep", "skip", "help now", "name a feeling",
    ];

#pragma warning disable CA5394 // A test's dice need no secrecy.
    private readonly Random dice = new(seed);

    /// <summary>The name of the last thing done, for a failure's report. Never a text.</summary>
    public string Did { get; set; } = "";

    /// <summary>The question whose message was pressed, or null; an answer may be filed under no other.</summary>
    public Message? Pressed { get; private set; }

    /// <summary>A number below <paramref name="most"/>.</summary>
    public int Throw(int most) => dice.Next(most);

    /// <summary>A stretch of time, a minute to a month, short ones as often as long ones.</summary>
    public TimeSpan Stretch() => TimeSpan.FromMinutes(Math.Pow(10, dice.NextDouble() * 4.6));

    /// <summary>Something to do with what is on the screen.</summary>
    /// <param name="messages">Every message, in its newest version.</param>
    /// <param name="newest">The highest sequence number there is.</param>
    /// <param name="key">The event's key.</param>
    /// <param name="random">The event's seed.</param>
    public ChatEvent Next(IReadOnlyCollection<Message> messages, long newest, string key, ulong random)
    {
        Pressed = null;
        return dice.Next(94) switch
        {
            < 52 => Press(messages, forward: true, key, random),
            < 64 => Press(messages, forward: false, key, random),
            < 78 => TypeText(newest, key, random),
            < 84 => TypeMove(key, random),
            < 88 => Run(key, random),
            < 92 => PressOld(messages, key, random),
            _ => PressForged(messages, key, random),
        };
    }

    private ChatEvent Press(IReadOnlyCollection<Message> messages, bool forward, string key, ulong random)
    {
        var able = messages.Where(message => message.Actions.Length > 0).OrderByDescending(message => message.Seq).Take(4).ToList();
        if (able.Count == 0)
        {
            return Command("repair start", key, random);
        }

        var message = able[dice.Next(3) == 0 ? dice.Next(able.Count) : 0];
        var fitting = message.Actions.Where(action => (action.Role == ActionRole.Forward) == forward).ToList();
        var action = fitting.Count > 0 ? fitting[dice.Next(fitting.Count)] : message.Actions[dice.Next(message.Actions.Length)];
        Did = $"press {action.Name} at {message.Step}";
        Pressed = message;
        return new ChatEvent.Pressed(key, random, message.Id, action.Id, ValuesFor(action), FieldsFor(action));
    }

    private ImmutableArray<string> ValuesFor(ChatAction action)
    {
        if (action.Kind != ActionKind.Select)
        {
            return [];
        }

        var bad = dice.Next(12) == 0;
        if (bad)
        {
            return dice.Next(3) switch { 0 => [], 1 => ["nothing like it"], _ => [action.Options[0].Value, action.Options[0].Value] };
        }

        var count = dice.Next(action.Min ?? 1, (action.Max ?? 1) + 1);
        return [.. action.Options.OrderBy(_ => dice.Next()).Take(count).Select(option => option.Value)];
    }

    private ImmutableDictionary<string, PrivateText> FieldsFor(ChatAction action)
    {
        if (action.Kind != ActionKind.Form)
        {
            return ImmutableDictionary<string, PrivateText>.Empty;
        }

        var fields = action.Fields.ToImmutableDictionary(field => field.Id, field => new PrivateText(Text()));
        return dice.Next(15) switch
        {
            0 => fields.Add("no-such-field", new PrivateText("x")),
            1 => ImmutableDictionary<string, PrivateText>.Empty,
            _ => fields,
        };
    }

    private ChatEvent.Typed TypeText(long newest, string key, ulong random)
    {
        Did = "type a text";
        long? seen = dice.Next(3) switch { 0 => null, 1 => newest, _ => dice.NextInt64(0, newest + 1) };
        return new ChatEvent.Typed(key, random, new PrivateText(Text()), seen);
    }

    private ChatEvent.Typed TypeMove(string key, ulong random)
    {
        var move = Moves[dice.Next(Moves.Length)];
        Did = $"type {move}";
        return new ChatEvent.Typed(key, random, new PrivateText(move), null);
    }

    private ChatEvent.Command Run(string key, ulong random)
    {
        var name = CommandNames[dice.Next(CommandNames.Length)];
        return name == "settings" && dice.Next(2) == 0
            ? Command(name, key, random, (new[] { "timezone", "quiet-from", "language", "country", "reminders", "x" }[dice.Next(6)], dice.Next(2) == 0 ? "Europe/Berlin" : Text()))
            : Command(name, key, random);
    }

    private ChatEvent.Command Command(string name, string key, ulong random, params (string Name, string Value)[] options)
    {
        Did = $"command {name}";
        return new ChatEvent.Command(key, random, name, options.ToImmutableDictionary(option => option.Name, option => new PrivateText(option.Value)));
    }

    private ChatEvent PressOld(IReadOnlyCollection<Message> messages, string key, ulong random)
    {
        if (messages.Count == 0)
        {
            return Command("help", key, random);
        }

        var message = messages.OrderBy(message => message.Seq).ElementAt(dice.Next(messages.Count));
        var name = new[] { "answer", "go-on", "change", "smaller", "back", "softer", "resume", "edit" }[dice.Next(8)];
        var question = message.Question is null ? message.Step ?? "happened" : $"{message.Step}/{message.Question}";
        Did = $"press {name} on an old message at {question}";
        Pressed = message;
        return new ChatEvent.Pressed(key, random, message.Id, new ActionId(message.Id, 1, "en", question, name).ToString(), [],
            dice.Next(2) == 0 ? ImmutableDictionary<string, PrivateText>.Empty.Add("answer", new PrivateText(Text())) : []);
    }

    private ChatEvent PressForged(IReadOnlyCollection<Message> messages, string key, ulong random)
    {
        if (messages.Count == 0)
        {
            return Command("about", key, random);
        }

        var message = messages.ElementAt(dice.Next(messages.Count));
        var question = new[] { "finished", "stopping", "consent", "extra", "extra/none", "after-talk/none", "history", "zzz", "" }[dice.Next(9)];
        Did = $"press a forged action at {question}";
        var action = dice.Next(5) == 0 ? "not an id" : new ActionId(message.Id, 1, "en", question, "answer").ToString();
        return new ChatEvent.Pressed(
            key, random, message.Id, action, ["x"], ImmutableDictionary<string, PrivateText>.Empty.Add("answer", new PrivateText(Text())));
    }

    private string Text() => dice.Next(16) switch
    {
        0 => "",
        1 => "   \n ",
        2 => "idk",
        3 => "?",
        4 => dice.Next(11).ToString(CultureInfo.InvariantCulture),
        5 => new string('a', 4000),
        6 => string.Concat(Enumerable.Repeat("wort 🙂 ", 4000 / 8)),
        7 => "half a pair \ud83d and \ude00 the other",
        8 => "nul \0 and \u0001 and \u202e turned",
        9 => string.Join(' ', Enumerable.Repeat("x", 30)),
        10 => "I want to kill myself",
        11 => "He hits me and I am afraid of him",
        12 => "yes",
        13 => "**bold** [link](http://x) @everyone <script>",
        _ => "When I raised my voice at dinner yesterday, Sam went quiet and left the table.",
    };
#pragma warning restore CA5394
}
