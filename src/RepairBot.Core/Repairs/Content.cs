using System.Collections.Immutable;
using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Repairs;

/// <summary>What a question shows and offers besides its words: actions, and a person's own words in a card.</summary>
internal static class Content
{
    /// <summary>The question's own actions, forward ones first.</summary>
    public static void AddActions(OutcomeBuilder turn, ActionBoard board)
    {
        var repair = turn.Repair;
        var key = repair.Now;
        var spec = Steps.SpecOf(key.Step);
        var words = turn.Guide.Of(key);
        var earlier = repair.AnswerTo(key);

        if (ReadBack.IsOpen(repair))
        {
            ReadBack.AddActions(turn, board, repair.Wish!);
            return;
        }

        if (repair.Nudge is not null)
        {
            board.Button("keep", turn.Guide.Label("keep-mine"), style: ActionStyle.Primary);
            if (key.Step == Step.Confidence)
            {
                var act = turn.Guide.Of(Step.Action).Field("answer");
                board.Form("smaller", turn.Guide.Label("change-it"), [ActionBoard.Field("answer", act, true, Drafts.Words(repair, Step.Action))],
                    style: ActionStyle.Secondary);
            }

            AddForm(turn, board, spec, key, earlier, turn.Guide.Label("change-it"), ActionStyle.Secondary);
            if (repair.Nudge == Nudging.LoopGuard && repair.Detour != Detour.Aside)
            {
                board.Button("today", turn.Guide.Of(Step.Action).Option("today"), ActionRole.Other);
            }

            return;
        }

        if (key.Step == Step.Exercise)
        {
            Exercises.AddActions(turn, board);
            return;
        }

        if (earlier is { Skipped: false, Held: false } && key.Step is not (Step.Resting or Step.Stopping or Step.SteppedBack or Step.When))
        {
            board.Button("keep", turn.Guide.Move("keep"), style: ActionStyle.Primary);
        }

        if (key.Step == Step.Reading)
        {
            DraftReadings.AddActions(turn, board, words);
            return;
        }

        switch (spec.Way)
        {
            case AnswerWay.Press:
                for (var i = 0; i < spec.Values.Length; i++)
                {
                    var first = i == 0 && !IsEvenHanded(key.Step);
                    board.Button(spec.Values[i], words.Option(spec.Values[i]), style: first ? ActionStyle.Primary : ActionStyle.Secondary);
                }

                break;
            case AnswerWay.Pick:
                board.Select("answer", words.Label.Length > 0 ? words.Label : turn.Guide.Label("answer"),
                    ActionBoard.OptionsOf(words, spec.Values), most: spec.Most);
                break;
            case AnswerWay.Rating:
                board.Select("answer", words.Label.Length > 0 ? words.Label : turn.Guide.Label("answer"), Asking.ScaleOptions);
                break;
            case AnswerWay.Text:
            case AnswerWay.Form:
                if (!spec.Values.IsEmpty)
                {
                    board.Select("choose", turn.Guide.Label("answer"), ActionBoard.OptionsOf(words, spec.Values));
                }

                AddForm(turn, board, spec, key, earlier, LabelOf(turn, key, words), ActionStyle.Primary);
                break;
        }

        foreach (var press in spec.Presses)
        {
            board.Button(press, words.Option(press));
        }

        AddOffers(turn, board, spec, key, words);
    }

    /// <summary>Lines of the card that belong to a question.</summary>
    public static void AddLines(OutcomeBuilder turn, QuestionKey key, List<(string Name, string Value)> lines)
    {
        var repair = turn.Repair;
        var guide = turn.Guide;
        switch (key.Step)
        {
            case Step.Impact or Step.Part or Step.Felt or Step.HeatBefore when repair.AnswerTo(Step.Layers) is { Skipped: false } layers:
                Add(lines, guide.Label("layers"), Options(guide.Of(Step.Layers), layers.Values));
                break;
            case Step.Reading when repair.Nudge is null:
                DraftReadings.AddLines(turn, lines);
                break;
            case Step.SteppedBack when repair.Hold is { } hold:
                lines.AddRange(StepBack.Lines(turn, hold));
                break;
            case Step.Reread:
                Add(lines, guide.Label("draft"), Drafts.ForTheOther(repair));
                break;
            case Step.Choose or Step.Exercise:
                Exercises.AddLines(turn, lines);
                break;
            case Step.Readiness when !repair.Ratings.IsEmpty:
                var ready = Course.Facts(turn).Ready ? "ready" : "not-yet";
                Add(lines, guide.Label("other-words"), guide.Of(Step.Readiness).Note(ready).Fill(turn.Fillings()));
                break;
            case Step.Protection when turn.Person.Protection is { } move:
                var words = guide.Of(Step.Protection);
                Add(lines, guide.Label("last-time"), words.Note("last-time").Fill(turn.Fillings() with { Word = words.Option(move) }));
                break;
            case Step.Usual:
                Add(lines, guide.Label("last-time"), turn.Person.Profile.Usual.Reveal());
                break;
            case Step.Regulate:
                Add(lines, guide.Label("last-time"), turn.Person.Profile.Regulate.Reveal());
                Add(lines, guide.Of(Step.Regulate).Note("what-helped").Fill(turn.Fillings()),
                    turn.Person.BestExercise is { } best ? guide.Of(Step.Choose).Option(best) : "");
                break;
            case Step.Ways:
                Add(lines, guide.Label("last-time"), turn.Person.Profile.Ways.Reveal());
                break;
            case Step.Guess or Step.Opener:
                Add(lines, guide.Label("ways"), key.Step == Step.Opener ? turn.Person.Profile.Ways.Reveal() : "");
                Add(lines, guide.Label("not-okay"), Drafts.Words(repair, Step.NotOkay));
                AddReason(turn, key, lines);
                Add(lines, guide.Of(Step.Opener).Option("aim"), repair.ValueOf(Step.Aim) is { } aim ? guide.Of(Step.Aim).Option(aim) : "");
                Add(lines, guide.Of(Step.Together).Title, Drafts.Words(repair, Step.Together));
                break;
            case Step.AfterTalk when key.Detail is "again":
                Add(lines, guide.Label("draft"), Drafts.ForTheOther(repair));
                break;
            case Step.AfterTalk when key.Detail is "reflect":
                var heard = repair.AnswerTo(new QuestionKey(Step.AfterTalk, "heard"));
                Add(lines, guide.Label("you-wrote"), heard is { Held: false } ? heard.Text.Reveal() : "");
                break;
            case Step.Action:
                Add(lines, guide.Label("parked"), string.Join("\n", repair.Parked.Select(text => text.Reveal())));
                Add(lines, guide.Label("needs"), repair.AnswerTo(Step.Needs) is { Skipped: false, Held: false } needs ? Shown(turn, needs) : "");
                break;
            case Step.Cue or Step.Confidence or Step.Consent:
                Add(lines, guide.Label("promise"), Drafts.Words(repair, Step.Action));
                Add(lines, guide.Label("cue"), key.Step == Step.Consent ? Drafts.Words(repair, Step.Cue, "cue") : "");
                break;
            case Step.Note:
                AddNote(turn, lines);
                break;
            case Step.Stopping or Step.Finished or Step.Welcome:
                break;
        }

        if (repair.Nudge is null && repair.AnswerTo(key) is { Skipped: false, Held: false } earlier && key.Step is not (Step.Reread or Step.Note or Step.Reading or Step.When))
        {
            Add(lines, guide.Label(earlier.LookAgain ? "look-again" : "earlier-answer"), Shown(turn, earlier));
        }
    }

    /// <summary>An answer as its person reads it.</summary>
    public static string Shown(OutcomeBuilder turn, Answer answer)
    {
        if (answer.Skipped)
        {
            return turn.Guide.Label("skipped");
        }

        if (answer.Values.IsEmpty || answer.Key.Step == Step.Extra)
        {
            return answer.AllWords();
        }

        return Steps.SpecOf(answer.Key.Step).Way == AnswerWay.Rating
            ? answer.Values[0]
            : Options(turn.Guide.Of(answer.Key.Step), answer.Values);
    }

    /// <summary>What the placeholders stand for at a question.</summary>
    public static Fillings Fillings(OutcomeBuilder turn, QuestionKey key)
    {
        var fillings = turn.Fillings();
        return key.Step is Step.Exercise or Step.Readiness or Step.Resting or Step.HeatAfter ? Exercises.Fill(turn, fillings) : fillings;
    }

    public static string Options(StepWords words, ImmutableArray<string> values) =>
        values.Length == 1 ? words.Option(values[0]) : string.Join(", ", values.Select(words.Option));

    private static void AddForm(
        OutcomeBuilder turn, ActionBoard board, QuestionSpec spec, QuestionKey key, Answer? earlier, string label, ActionStyle style)
    {
        if (spec.Fields.IsEmpty)
        {
            return;
        }

        var prefilled = key.Step == Step.Draft && earlier is null ? Drafts.NoteOf(turn.Repair) : default;
        var fields = ImmutableArray.CreateRange(spec.Fields, field => ActionBoard.Filled(
            Labelled(turn, key, FormShape.Empty(turn.Guide, key, field)),
            Prefill(field.Id, earlier, prefilled) is { Length: > 0 } text ? text : Starting(turn, key, field.Id)));
        board.Form("answer", label, fields, style: style);
    }

    /// <summary>What the person picked or wrote beside the question stands in the form, to be made their own.</summary>
    private static string Starting(OutcomeBuilder turn, QuestionKey key, string field)
    {
        if (field == "answer" && turn.Idea is { } idea)
        {
            return turn.Guide.Of(key.Step).Option(idea);
        }

        if (key.Step != Step.Opener)
        {
            return "";
        }

        var start = turn.Repair.ValueOf(Step.Aim) is { } aim ? turn.Guide.Of(Step.Aim).Note($"start-{aim}").Fill(turn.Fillings()) : "";
        return $"{Drafts.Words(turn.Repair, Step.Together)} {start}".Trim();
    }

    private static string Prefill(string field, Answer? earlier, ThreePartNote note) => field switch
    {
        _ when earlier is { Skipped: false } => earlier.Field(field).Reveal(),
        "happened" => note.Happened,
        "understand" => note.Understand,
        "practise" => note.Practise,
        _ => "",
    };

    // The idea the person picked says better than the guide's label what the field is for.
    private static FormField Labelled(OutcomeBuilder turn, QuestionKey key, FormField field) =>
        key.Step == Step.Part && field.Id == "mine" && turn.Idea is { } prompt ? field with { Label = turn.Guide.Of(key.Step).Option(prompt) } : field;

    private static string LabelOf(OutcomeBuilder turn, QuestionKey key, StepWords words) => key switch
    {
        { Part: { } part } => words.Part(part).Label,
        _ => words.Label,
    };

    private static void AddOffers(OutcomeBuilder turn, ActionBoard board, QuestionSpec spec, QuestionKey key, StepWords words)
    {
        if (key.Step is Step.Reread or Step.Note)
        {
            foreach (var offer in DraftReadings.IsHeld(turn.Repair) ? [] : spec.Offers)
            {
                board.Form(offer, words.Option(offer), DraftReadings.DraftFields(turn), ActionRole.Other, ActionStyle.Secondary);
            }

            return;
        }

        if (turn.Repair.Detour == Detour.Aside || spec.Offers.IsEmpty)
        {
            return;
        }

        if (spec.Offers.Length <= 2)
        {
            foreach (var offer in spec.Offers)
            {
                if (offer == "last-time" && turn.Person.Profile.Who.IsBlank)
                {
                    continue;
                }

                board.Button(offer, words.Option(offer), ActionRole.Other);
            }

            return;
        }

        board.Select("ideas", turn.Guide.Label(key.Step == Step.Resting ? "reminders" : "ideas"), ActionBoard.OptionsOf(words, spec.Offers), ActionRole.Other);
    }

    // The reason stands beside the words only once the person has written one.
    private static void AddReason(OutcomeBuilder turn, QuestionKey key, List<(string Name, string Value)> lines)
    {
        var reason = key.Step == Step.Opener ? Drafts.Words(turn.Repair, Step.Guess) : "";
        if (reason.Length > 0)
        {
            lines.Add((turn.Guide.Label("reason"), reason));
            lines.Add((turn.Guide.Label("how"), turn.Guide.Of(Step.Opener).Note("reason").Fill(turn.Fillings())));
        }
    }

    private static void AddNote(OutcomeBuilder turn, List<(string Name, string Value)> lines)
    {
        var repair = turn.Repair;
        var guide = turn.Guide;
        var note = Drafts.NoteOf(repair);
        Add(lines, guide.Label("happened"), note.Happened);
        Add(lines, guide.Label("understand"), note.Understand);
        Add(lines, guide.Label("practise"), note.Practise);
        Add(lines, guide.Label("not-okay"), Drafts.Words(repair, Step.NotOkay));
        var act = Drafts.Words(repair, Step.Action);
        Add(lines, guide.Label("promise"), act == note.Practise ? "" : act);
        Add(lines, guide.Label("cue"), Drafts.Words(repair, Step.Cue, "cue"));
        Add(lines, guide.Label("plan-b"), Drafts.Words(repair, Step.Cue, "plan-b"));
        Add(lines, guide.Label("seen-as"), Drafts.Words(repair, Step.SeenAs));
        Add(lines, guide.Label("tag"), repair.ValueOf(Step.Tag) is { } tag ? guide.Of(Step.Tag).Option(tag) : "");
        if (repair.Promises is [.., var promise])
        {
            Add(lines, guide.Label("first-sign"), promise.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void Add(List<(string Name, string Value)> lines, string name, string value)
    {
        if (value.Length > 0)
        {
            lines.Add((name, value));
        }
    }

    // Where no answer is better than another, none is made to look so.
    private static bool IsEvenHanded(Step step) =>
        step is Step.Side or Step.Contact or Step.Listening or Step.Consent or Step.Readiness or Step.Pattern or Step.Stopping or Step.Tag
            or Step.Protection or Step.Aim or Step.Length;
}
