using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>Somebody who does whatever is on the screen, in any order, with good and bad values. The same seed does the same.</summary>
internal sealed class RandomWalk(World world, int seed)
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
    public string Did { get; private set; } = "";

    /// <summary>The question whose message was pressed, or null; an answer may be filed under no other.</summary>
    public Message? Pressed { get; private set; }

    /// <summary>Does one thing; null when it was no event, such as a moved clock.</summary>
    public Outcome? Step()
    {
        Pressed = null;
        return dice.Next(100) switch
        {
            < 52 => Press(forward: true),
            < 64 => Press(forward: false),
            < 78 => TypeText(),
            < 84 => TypeMove(),
            < 88 => Run(),
            < 92 => PressOld(),
            < 94 => PressForged(),
            < 97 => MoveClock(),
            _ => Remind(),
        };
    }

    private Outcome? Press(bool forward)
    {
        var able = world.Messages.Values.Where(message => message.Actions.Length > 0).OrderByDescending(message => message.Seq).Take(4).ToList();
        if (able.Count == 0)
        {
            return Command("repair start");
        }

        var message = able[dice.Next(3) == 0 ? dice.Next(able.Count) : 0];
        var fitting = message.Actions.Where(action => (action.Role == ActionRole.Forward) == forward).ToList();
        var action = fitting.Count > 0 ? fitting[dice.Next(fitting.Count)] : message.Actions[dice.Next(message.Actions.Length)];
        Did = $"press {action.Name} at {message.Step}";
        Pressed = message;
        return world.Press(message, action.Id, ValuesFor(action), FieldsFor(action));
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

    private Outcome TypeText()
    {
        Did = "type a text";
        var newest = world.Person.Seq;
        long? seen = dice.Next(3) switch { 0 => null, 1 => newest, _ => dice.NextInt64(0, newest + 1) };
        return world.Type(Text(), seen);
    }

    private Outcome TypeMove()
    {
        var move = Moves[dice.Next(Moves.Length)];
        Did = $"type {move}";
        return world.Type(move);
    }

    private Outcome Run()
    {
        var name = CommandNames[dice.Next(CommandNames.Length)];
        return name == "settings" && dice.Next(2) == 0
            ? Command(name, (new[] { "timezone", "quiet-from", "language", "country", "reminders", "x" }[dice.Next(6)], dice.Next(2) == 0 ? "Europe/Berlin" : Text()))
            : Command(name);
    }

    private Outcome Command(string name, params (string, string)[] options)
    {
        Did = $"command {name}";
        return world.Command(name, options);
    }

    private Outcome? PressOld()
    {
        var all = world.Messages.Values.OrderBy(message => message.Seq).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var message = all[dice.Next(all.Count)];
        var name = new[] { "answer", "go-on", "change", "smaller", "back", "softer", "resume", "edit" }[dice.Next(8)];
        var question = message.Question is null ? message.Step ?? "happened" : $"{message.Step}/{message.Question}";
        Did = $"press {name} on an old message at {question}";
        Pressed = message;
        return world.Press(message, new ActionId(message.Id, 1, "en", question, name).ToString(), [],
            dice.Next(2) == 0 ? ImmutableDictionary<string, PrivateText>.Empty.Add("answer", new PrivateText(Text())) : []);
    }

    private Outcome? PressForged()
    {
        if (world.Messages.Count == 0)
        {
            return null;
        }

        var message = world.Messages.Values.ElementAt(dice.Next(world.Messages.Count));
        var question = new[] { "finished", "stopping", "consent", "extra", "extra/none", "after-talk/none", "history", "zzz", "" }[dice.Next(9)];
        Did = $"press a forged action at {question}";
        var action = dice.Next(5) == 0 ? "not an id" : new ActionId(message.Id, 1, "en", question, "answer").ToString();
        return world.Press(message, action, ["x"], ImmutableDictionary<string, PrivateText>.Empty.Add("answer", new PrivateText(Text())));
    }

    private Outcome? MoveClock()
    {
        Did = "move the clock";
        world.Now += TimeSpan.FromMinutes(Math.Pow(10, dice.NextDouble() * 4.6));
        if (dice.Next(3) == 0)
        {
            world.StartedAt = world.Now;
        }

        return null;
    }

    private Outcome? Remind()
    {
        if (world.Reminders.Count == 0)
        {
            return null;
        }

        var reminder = world.Reminders.Values.MinBy(waiting => waiting.DueAt)!;
        Did = $"remind {reminder.Kind}";
        world.Now = world.Now > reminder.DueAt ? world.Now : reminder.DueAt;
        return world.Due(reminder);
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
