using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What there was before a turn.</summary>
internal sealed class Snapshot(World world)
{
    private readonly Dictionary<RepairId, Repair> repairs = world.Repairs.ToDictionary();

    public long Seq { get; } = world.Person.Seq;

    /// <summary>The questions whose answers a turn gave or changed.</summary>
    public IEnumerable<QuestionKey> Changed(Repair after)
    {
        var before = repairs.GetValueOrDefault(after.Id)?.Answers ?? [];
        return after.Answers
            .Where(answer => !before.Any(earlier => earlier.Key == answer.Key && earlier.At == answer.At && earlier.Asked == answer.Asked
                && earlier.AllWords() == answer.AllWords() && earlier.Values.SequenceEqual(answer.Values)))
            .Select(answer => answer.Key);
    }
}

/// <summary>What must hold after every turn, whatever happened. Each returns what is wrong, without a word of the person's.</summary>
internal static class Invariants
{
    private const int LongestLabel = 80;
    private const int LongestOption = 100;
    private const int LongestField = 45;
    private const int LongestText = 2000;
    private const int LongestEmbed = 6000;

    // A form on these questions changes the draft, the request or the promise, not the question's own answer.
    private static readonly Step[] ChangedElsewhere = [Step.Draft, Step.Ask, Step.Action];

    public static IEnumerable<string> Of(World world, Outcome outcome, Snapshot before, Message? pressed)
    {
        if (pressed is { Step: not null, Kind: MessageKind.Question } && outcome.Result == TurnResult.Taken && outcome.Repairs.FirstOrDefault(repair => repair.Id == pressed.Repair) is { } answered)
        {
            foreach (var key in before.Changed(answered))
            {
                var own = pressed.Step == Steps.NameOf(key.Step) && pressed.Question == key.Detail;
                var again = pressed.Step == "side" && key.Step is Step.Who or Step.Bond or Step.Needs;
                if (!own && !again && !(pressed.Step is "reading" or "reread" or "note" or "confidence" && ChangedElsewhere.Contains(key.Step)))
                {
                    yield return $"an answer to {pressed.Step} was filed under {key}";
                }
            }
        }

        foreach (var message in outcome.Messages.Where(message => message.From == Sender.Bot))
        {
            foreach (var wrong in OfMessage(message))
            {
                yield return $"{wrong} (message at step {message.Step}, kind {message.Kind})";
            }
        }

        var last = before.Seq;
        foreach (var message in outcome.Messages)
        {
            if (message.Seq <= last)
            {
                yield return "sequence numbers do not rise";
            }

            last = message.Seq;
        }

        if (outcome.Result == TurnResult.Taken && outcome.Person.Seq < last)
        {
            yield return "the head's sequence number is behind";
        }

        foreach (var repair in outcome.Repairs.Where(changed => world.Repairs.ContainsKey(changed.Id)))
        {
            foreach (var wrong in OfRepair(world.Person, world.Messages, repair))
            {
                yield return $"{wrong} (repair at {repair.Now.Step}, {repair.Detour}, {repair.State})";
            }
        }
    }

    /// <summary>Of one repair among everything its person has.</summary>
    public static IEnumerable<string> OfRepair(Person person, IReadOnlyDictionary<MessageId, Message> messages, Repair repair)
    {
        var asking = messages.Values
            .Where(message => message.Repair == repair.Id && message.Step is not null && message.Kind is MessageKind.Question or MessageKind.HelpLines
                && message.Actions.Any(action => action.Role == ActionRole.Forward))
            .ToList();
        if (asking.Count > 1)
        {
            yield return "two questions stand open";
        }

        if (repair.State != RepairState.Open)
        {
            if (asking.Count > 0)
            {
                yield return "a question stands open in a repair that is not";
            }

            yield break;
        }

        // Whoever hides the conversation finds it again by `repair resume`, or behind Open.
        var hidden = messages.GetValueOrDefault(repair.Live) is { Removed: true } && (person.Hidden || person.Focus != repair.Id);
        if (!hidden && (asking is not [var open] || open.Id != repair.Live))
        {
            yield return "no question stands open";
        }

        if ((repair.Detour == Detour.None) != repair.Waiting.IsEmpty || repair.Waiting.Length > 5)
        {
            yield return "a detour leads nowhere";
        }

        if (repair.Answers.Select(answer => answer.Key).Distinct().Count() != repair.Answers.Count)
        {
            yield return "a question has two answers";
        }
    }

    /// <summary>Of one message of the bot's.</summary>
    public static IEnumerable<string> OfMessage(Message message)
    {
        if (Layout.RowsOf(message.Actions) > Layout.MostRows)
        {
            yield return "too many rows";
        }

        if (message.Text.Length > LongestText)
        {
            yield return "text too long";
        }

        if (!message.Removed && message.Text.IsBlank)
        {
            yield return "empty text";
        }

        if (WordsIn(message.Text.Reveal()) > Message.MostWords)
        {
            yield return "more than 60 words";
        }

        if (message.Actions.Select(action => action.Id).Distinct().Count() != message.Actions.Length)
        {
            yield return "two actions with one id";
        }

        foreach (var action in message.Actions)
        {
            if (action.Id.Length > 100 || action.Label.Length is 0 or > LongestLabel)
            {
                yield return $"action {action.Name}: id or label";
            }

            if (action.Kind == ActionKind.Select && (action.Options.Length is 0 or > Layout.MostOptions || action.Min > action.Max || action.Max > action.Options.Length))
            {
                yield return $"action {action.Name}: options";
            }

            if (action.Options.Any(option => option.Value.Length is 0 or > LongestOption || option.Label.Length is 0 or > LongestOption)
                || action.Options.Select(option => option.Value).Distinct().Count() != action.Options.Length)
            {
                yield return $"action {action.Name}: an option";
            }

            if (action.Kind == ActionKind.Form && (action.Fields.Length is 0 or > 5
                || action.Fields.Any(field => field.Label.Length is 0 or > LongestField || field.Value is { Length: > FormField.LongestText })))
            {
                yield return $"action {action.Name}: fields";
            }
        }

        if (message.Card is { } card)
        {
            var total = message.Text.Length + card.Title.Length + card.Lines.Sum(line => line.Name.Length + line.Value.Length);
            if (card.Lines.Length is 0 or > Layout.MostLines || total > LongestEmbed)
            {
                yield return $"card of {card.Lines.Length} lines, {total} characters";
            }

            if (card.Lines.Any(line => line.Name.Length is 0 or > 256 || line.Value.Length is 0 or > Layout.LongestLine))
            {
                yield return "a card's line";
            }
        }
    }

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
