using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Takes typed text: a move in words, an option's label, a rating, or an answer. What can't be one is met with simpler words.</summary>
internal static class Typing
{
    private static readonly ImmutableHashSet<string> NoAnswer = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "idk", "dunno", "i don't know", "i dont know", "don't know", "dont know", "no idea", "not sure",
        "i'm not sure", "im not sure", "hm", "hmm", "um", "ok", "okay", "yes", "no", "hi", "hello");

    private const string HelpWords = "help now";

    /// <summary>A text to the open question, or to the earlier one it saw.</summary>
    public static void Take(OutcomeBuilder turn, ChatEvent.Typed typed, ScreeningResult screened)
    {
        var text = typed.Text.Reveal();
        var earlier = SeenEarlier(turn, typed);
        if (screened is ScreeningResult.Clear && MoveIn(turn, text) is { } move)
        {
            if (earlier is not null && move is "skip" or "keep")
            {
                // It was meant for a question that has been left; what is open now nobody has read yet.
                Course.SayNote(turn, "late-text");
                return;
            }

            Asking.Retire(turn);
            Moves.Take(turn, move);
            return;
        }

        if (earlier is { } shown)
        {
            TakeLate(turn, typed.Text, shown, screened);
            return;
        }

        if (screened is not ScreeningResult.Clear)
        {
            TakeRisk(turn, typed, screened);
            return;
        }

        Read(turn, typed.Text);
    }

    /// <summary>A text while no question is open: kept in the chat, and answered with what can be done.</summary>
    public static void WithoutQuestion(OutcomeBuilder turn, ChatEvent.Typed typed, ScreeningResult screened)
    {
        if (screened is not ScreeningResult.Clear)
        {
            StepBack.Hold(turn, screened);
            return;
        }

        switch (MoveIn(turn, typed.Text.Reveal()))
        {
            case "help":
                Commands.Help(turn);
                return;
            case "safety":
                StepBack.HelpNow(turn);
                return;
            case "hide":
                Hiding.Hide(turn);
                return;
            default:
                Course.SayNote(turn, "nothing-to-answer");
                return;
        }
    }

    /// <summary>True when there is nothing in it to take as an answer.</summary>
    public static bool IsUseless(string text, Step step)
    {
        var bare = text.Trim();
        if (step is Step.Who or Step.Bond or Step.Zone)
        {
            return !bare.Any(char.IsLetterOrDigit);
        }

        return bare.Count(char.IsLetterOrDigit) < 2 || NoAnswer.Contains(bare.TrimEnd('.', '!', '?', ' '));
    }

    /// <summary>Asks once more, each time in another way: simpler, by example, by choices; then the question as it was.</summary>
    public static void NextRung(OutcomeBuilder turn)
    {
        var rung = (turn.Repair.Rung % 4) + 1;
        turn.Set(turn.Repair with { Rung = rung });
        var fillings = Content.Fillings(turn, turn.Repair.Now);
        var text = rung switch
        {
            // Where it is serious, nothing is made light of by an invented example.
            _ when turn.Repair.Now.Step is Step.SteppedBack or Step.Stopping => rung % 2 == 1 ? SimplerOf(turn).Fill(fillings) : null,
            1 => SimplerOf(turn).Fill(fillings),
            2 => Moves.ExampleOf(turn) is { } example ? $"{turn.Guide.Label("example")}: {example}" : Moves.WhyOf(turn),
            3 => turn.Guide.Note("rung-choices").Fill(fillings),
            _ => null,
        };
        Asking.Ask(turn, text);
    }

    private static void Read(OutcomeBuilder turn, PrivateText words)
    {
        var key = turn.Repair.Now;
        var spec = Steps.SpecOf(key.Step);
        var text = words.Reveal().Trim();
        if (OptionIn(turn, key, spec, text) is { IsEmpty: false } values)
        {
            TakeValues(turn, values);
            return;
        }

        if (ReadBack.IsPossibleAt(key.Step))
        {
            ReadBack.Take(turn, words);
            return;
        }

        if (!TakesWords(key.Step) || IsUseless(text, key.Step))
        {
            NextRung(turn);
            return;
        }

        Answering.Take(turn, AsAnswer(spec, words), ScreeningResult.Clear.Instance);
    }

    // Typed words fill the first field of a form with several; the others can be added by changing the answer.
    private static RawAnswer AsAnswer(QuestionSpec spec, PrivateText words) => spec.Way == AnswerWay.Form
        ? new RawAnswer { Typed = true, Fields = ImmutableArray.CreateRange(spec.Fields, field => new FieldText(field.Id, field == spec.Fields[0] ? words : default)) }
        : new RawAnswer { Typed = true, Text = words };

    private static void TakeValues(OutcomeBuilder turn, ImmutableArray<string> values)
    {
        switch (turn.Repair.Now.Step)
        {
            case Step.Exercise:
                Pressing.GoOnWithExercise(turn, values[0]);
                return;
            case Step.SteppedBack:
                StepBack.GoOn(turn, misread: values[0] == "misread");
                return;
            case Step.Stopping when values[0] == "go-on":
                Offers.Take(turn, "go-on");
                return;
            case Step.Stopping:
                Moves.Take(turn, values[0]);
                return;
            default:
                Answering.Take(turn, new RawAnswer { Values = values, Typed = true }, ScreeningResult.Clear.Instance);
                return;
        }
    }

    // Words at a choice are no answer: they stay in the chat. The hold comes first either way.
    private static void TakeRisk(OutcomeBuilder turn, ChatEvent.Typed typed, ScreeningResult screened)
    {
        var key = turn.Repair.Now;
        if (TakesWords(key.Step))
        {
            Answering.Take(turn, AsAnswer(Steps.SpecOf(key.Step), typed.Text), screened);
            return;
        }

        Asking.Retire(turn);
        StepBack.Hold(turn, screened);
    }

    private static ImmutableArray<string> OptionIn(OutcomeBuilder turn, QuestionKey key, QuestionSpec spec, string text)
    {
        if (key.Step == Step.Exercise)
        {
            return ExerciseOption(turn, text);
        }

        if (spec.Way == AnswerWay.Rating)
        {
            var number = text.EndsWith("/10", StringComparison.Ordinal) ? text[..^3] : text;
            return int.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 0 and <= 10
                ? [rating.ToString(CultureInfo.InvariantCulture)]
                : [];
        }

        var words = turn.Guide.Of(key);
        var all = key.Step is Step.SteppedBack or Step.Stopping ? spec.Values.AddRange(spec.Offers) : spec.Values.AddRange(spec.Presses);
        if (spec.Most > 1)
        {
            var several = text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(piece => Match(words, all, piece))
                .ToList();
            return several.Count > 0 && several.Count <= spec.Most && several.TrueForAll(value => value is not null) ? [.. several.Distinct()!] : [];
        }

        return Match(words, all, text) is { } one ? [one] : [];
    }

    private static ImmutableArray<string> ExerciseOption(OutcomeBuilder turn, string text)
    {
        if (turn.OpenMessage is not { } open)
        {
            return [];
        }

        foreach (var action in open.Actions.Where(action => action.Role is ActionRole.Forward or ActionRole.Other))
        {
            foreach (var option in action.Kind == ActionKind.Select ? action.Options : [new ActionOption(action.Name, action.Label)])
            {
                if (Same(option.Value, text) || Same(option.Label, text))
                {
                    return [option.Value];
                }
            }
        }

        // Whatever is named for a sense counts as having looked.
        return turn.Repair.Exercise is { Kind: "senses" } && !IsUseless(text, Step.Exercise) ? ["done"] : [];
    }

    private static string? Match(StepWords words, ImmutableArray<string> values, string text)
    {
        var bare = text.TrimEnd('.', '!', '?', ' ');
        foreach (var value in values)
        {
            if (Same(value, bare) || Same(value.Replace('-', ' '), bare) || Same(words.Option(value).TrimEnd('.', '!', '?', ' '), bare))
            {
                return value;
            }
        }

        return null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? MoveIn(OutcomeBuilder turn, string text)
    {
        if (Phrases.MoveOf(text) is { } move)
        {
            return move;
        }

        var bare = text.Trim();
        if (Same(bare, HelpWords))
        {
            return "safety";
        }

        return bare.Length > 40 ? null : GuideNames.Moves.FirstOrDefault(name => name != "more" && Same(turn.Guide.Move(name), bare));
    }

    private static Template SimplerOf(OutcomeBuilder turn) => turn.Repair.Now switch
    {
        { Part: { } part } key => turn.Guide.Of(key.Step).Part(part).Simpler,
        var key => turn.Guide.Of(key).Simpler,
    };

    // A text for a question that has been left meanwhile: kept as its answer where it takes words, and in the chat where it does not.
    private static void TakeLate(OutcomeBuilder turn, PrivateText words, ShownQuestion shown, ScreeningResult screened)
    {
        var joins = turn.Repair.AnswerTo(shown.Key) is { Typed: true } first && Answering.Joins(turn, first);
        var isClear = screened is ScreeningResult.Clear;
        if (TakesWords(shown.Key.Step) && (joins || !isClear || !IsUseless(words.Reveal().Trim(), shown.Key.Step)))
        {
            var raw = AsAnswer(Steps.SpecOf(shown.Key.Step), words);
            Answering.TakeLate(turn, shown.Key, raw, new AskedBy(shown.Message, shown.Guide), screened);
            return;
        }

        if (!isClear)
        {
            Asking.Retire(turn);
            StepBack.Hold(turn, screened);
            return;
        }

        Course.SayNote(turn, "late-text");
    }

    private static bool TakesWords(Step step) => Steps.SpecOf(step).TakesText || step is Step.Feeling or Step.Needs;

    // The question a text saw, when another stands open by now, or when it has a typed answer to join.
    private static ShownQuestion? SeenEarlier(OutcomeBuilder turn, ChatEvent.Typed typed)
    {
        var lately = turn.Repair.Lately;
        if (typed.Seen is not { } seen || lately is not [.., var open] || seen >= open.Seq)
        {
            return null;
        }

        for (var i = lately.Length - 1; i >= 0; i--)
        {
            var shown = lately[i];
            if (shown.Seq <= seen)
            {
                return shown.Key != turn.Repair.Now || turn.Repair.AnswerTo(shown.Key) is { Typed: true } ? shown : null;
            }
        }

        // What was on the screen is longer ago than is remembered; a text from before the first question answers the one that is open.
        return lately.Length == Asking.Shown ? lately[0] : null;
    }
}
