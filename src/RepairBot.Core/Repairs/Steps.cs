using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace RepairBot.Core.Repairs;

/// <summary>What each step asks for, its stable name and its phase.</summary>
public static class Steps
{
    /// <summary>Superstates: nobody ever stands in one of them.</summary>
    public static readonly ImmutableArray<Step> Superstates =
        [Step.Opening, Step.Ownership, Step.Regulation, Step.Dialogue, Step.FollowThrough, Step.Aside, Step.CheckIn];

    /// <summary>Short detours that lead back to the question they were offered at.</summary>
    public static readonly ImmutableArray<Step> Asides =
        [Step.Layers, Step.Protection, Step.Aim, Step.Needs, Step.Harder, Step.Today, Step.Together, Step.Extra];

    private static readonly FrozenDictionary<Step, string> Names =
        Enum.GetValues<Step>().ToFrozenDictionary(step => step, step => Kebab(step.ToString()));

    private static readonly FrozenDictionary<Step, JsonEncodedText> EncodedNames =
        Names.ToFrozenDictionary(pair => pair.Key, pair => JsonEncodedText.Encode(pair.Value));

    private static readonly FrozenDictionary<string, Step> ByName =
        Names.Where(pair => !Superstates.Contains(pair.Key)).ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly FrozenDictionary<string, Step>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, Step>.AlternateLookup<ReadOnlySpan<byte>> ByUtf8 =
        new Dictionary<string, Step>(ByName, Utf8Names.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    private static readonly FrozenDictionary<Step, QuestionSpec> Specs = new Dictionary<Step, QuestionSpec>
    {
        // Opening.
        [Step.Welcome] = new() { Way = AnswerWay.Press, Values = ["go-on"], Offers = ["about"], Skippable = false },
        [Step.Side] = new()
        {
            Way = AnswerWay.Press,
            Values = ["hurt-them", "hurt-me", "both", "not-sure"],
            Offers = ["last-time"],
            Skippable = false,
            Notes = ["last-time", "slower"],
        },
        [Step.Kind] = new()
        {
            Way = AnswerWay.Pick,
            Values = ["misunderstanding", "slip", "outburst", "went-away", "keeps-happening", "something-else"],
        },
        [Step.Safety] = new()
        {
            Way = AnswerWay.Pick,
            Values = ["safe", "unsure", "afraid", "controlled", "i-scare-them", "rather-not"],
            Skippable = false,
            Notes = ["care"],
        },
        [Step.Length] = new() { Way = AnswerWay.Press, Values = ["short", "full"], Skippable = false },
        [Step.Who] = Line(),
        [Step.Bond] = Line(["partner", "friend", "family", "roommate", "someone-else"]),

        // Ownership.
        [Step.Happened] = Words(["rush", "blame", "solving", "long", "mind-reading", "unspecific"], ["noted"]) with { Offers = ["layers"] },
        [Step.Pattern] = new()
        {
            Way = AnswerWay.Press,
            Values = ["first", "sometimes", "often", "not-today"],
            Notes = ["slower"],
        },
        [Step.Cycle] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("i-do", true), new("they-do", true), new("we-end", false)],
            Presses = ["not-today"],
            Notes = ["shared"],
        },
        [Step.Impact] = Words(["rush", "only-intent", "conditional", "shame", "defence", "blame", "old-why"], ["guess"]) with
        {
            Presses = ["ask-them"],
        },
        [Step.Part] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("mine", true), new("not-mine", false)],
            Nudges = ["not-about-self", "shame", "defence", "all-mine"],
            Offers = ["did", "said", "did-not-do", "protection"],
            Notes = ["mirror"],
        },
        [Step.Draft] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("happened", true), new("understand", false), new("practise", false)],
            Nudges = ["incomplete"],
        },
        [Step.Reading] = new()
        {
            Way = AnswerWay.Press,
            Values = ["keep-it"],
            Skippable = false,
            Notes =
            [
                "there", "nothing-to-change", "good-enough", "before-after", "shame", "defence", "stepped-back", "specific",
                "ownership", "specific-event", "impact", "empathy", "change", "revisit-invite",
                "conditional", "but-justification", "blame-shift", "overexplaining", "minimising", "absolutes",
                "guilt-performance", "demand-forgiveness", "passive-voice-evasion",
                "missing-ownership", "missing-specific-event", "missing-impact", "missing-change",
            ],
        },
        [Step.Felt] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("felt", true), new("needed", false)],
            Nudges = ["verdict", "blame", "shame"],
            Offers = ["feelings", "needs"],
        },
        [Step.NotOkay] = Words([], ["kept"]) with { Presses = ["still-not-okay"] },
        [Step.Ask] = Words(["controlling", "vague", "outcome", "several"], []),

        // Regulation.
        [Step.HeatBefore] = new() { Way = AnswerWay.Rating, Notes = ["hot", "middle", "calm"] },
        [Step.Feeling] = new()
        {
            Way = AnswerWay.Pick,
            Values = Feelings,
            Most = 3,
            Nudges = ["verdict"],
            Notes = ["named"],
            Presses = ["cant-tell"],
        },
        [Step.Choose] = new()
        {
            Way = AnswerWay.Pick,
            Values = ["breathe", "senses", "step-away", "walk", "cold-water", "music"],
            Presses = ["anyway"],
            Notes = ["caution", "honest", "last-time"],
        },
        [Step.Exercise] = new()
        {
            Way = AnswerWay.Press,
            Values = ["done"],
            Skippable = true,
            Offers = ["words-only"],
            Notes =
            [
                "pick", "minutes", "breathe", "breathe-words", "senses", "step-away", "announce", "walk", "cold-water", "music", "mini",
                "see", "feel", "hear", "smell", "taste", "over", "caution",
            ],
        },
        [Step.HeatAfter] = new() { Way = AnswerWay.Rating, Notes = ["change-down", "change-none", "change-up", "twice"] },
        [Step.Readiness] = new()
        {
            Way = AnswerWay.Press,
            Values = ["now", "again", "later", "not-today"],
            Skippable = false,
            Notes = ["ready", "not-yet", "honest", "waiting", "another-day"],
        },
        [Step.Resting] = new()
        {
            Way = AnswerWay.Press,
            Values = ["go-on"],
            Skippable = false,
            Offers = ["in-an-hour", "this-evening", "tomorrow"],
            Notes = ["reminder-set"],
        },
        [Step.Reread] = new()
        {
            Way = AnswerWay.Press,
            Values = ["still-true"],
            Offers = ["softer", "more-specific"],
            Notes = ["softer", "more-specific"],
        },

        // Dialogue.
        [Step.Contact] = new()
        {
            Way = AnswerWay.Press,
            Values = ["no", "yes", "unsure"],
            Skippable = false,
            Notes = ["respect", "unsure"],
        },
        [Step.Listening] = new() { Way = AnswerWay.Press, Values = ["understand", "defend"], Notes = ["mini-pause"] },
        [Step.Guess] = Words(["defence", "blame", "conditional", "shame"], ["guess", "not-excusing"]) with { Presses = ["ask-them"], Offers = ["aim"] },
        [Step.Opener] = Words(["pressure", "criticism", "contempt", "defensiveness", "stonewalling"], ["preview", "own-voice", "reason"]) with
        {
            Presses = ["own-voice"],
            Offers = ["aim", "together"],
        },
        [Step.TalkTime] = new()
        {
            Way = AnswerWay.Pick,
            Values = ["today", "tomorrow", "in-three-days", "in-a-week", "not-planned", "talked"],
            Notes = ["reminder", "choice", "due"],
        },
        [Step.AfterTalk] = new()
        {
            Way = AnswerWay.Text,
            Parts = ["heard", "reflect", "again", "request"],
            Fields = [new("answer", true)],
            Nudges = ["rebuttal", "advice", "why", "no-feeling", "no-check", "controlling", "shame", "defence"],
            Notes = ["heard", "reflect", "again", "request", "not-excusing"],
        },

        // Follow-through.
        [Step.Action] = Words(["vow", "outcome", "controlling", "several", "vague", "undated"], ["parked", "smaller"]) with
        {
            Offers = ["show-up", "small-agreement", "openness", "say-a-feeling", "share-a-plan", "needs", "today"],
        },
        [Step.Tag] = new()
        {
            Way = AnswerWay.Press,
            Values = ["consistency", "honesty", "emotional-safety"],
            Notes = ["none-for-a-while"],
        },
        [Step.Cue] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("cue", true), new("plan-b", false)],
            Nudges = ["when-needed"],
            Notes = ["rehearse"],
        },
        [Step.SeenAs] = Words(["vague"], []),
        [Step.Confidence] = new() { Way = AnswerWay.Rating, Nudges = ["shrink"], Notes = [] },
        [Step.Note] = new()
        {
            Way = AnswerWay.Press,
            Values = ["keep-it"],
            Offers = ["change"],
            Notes = ["complete", "incomplete", "match"],
        },
        [Step.Consent] = new()
        {
            Way = AnswerWay.Press,
            Values = ["yes", "daily", "weekly", "no"],
            Skippable = false,
            Notes = ["agreed", "declined", "needs-time"],
        },
        [Step.Zone] = Line(["Europe/London", "Europe/Berlin", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
            "Asia/Kolkata", "Africa/Johannesburg", "Australia/Sydney", "Pacific/Auckland"]) with
        { Nudges = ["unknown"], Skippable = true },
        [Step.Closing] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("act", false), new("say", false), new("grow", false), new("stronger", false)],
            Presses = ["finish"],
            Notes = ["done", "human"],
        },

        // Asides.
        [Step.Layers] = new() { Way = AnswerWay.Pick, Values = ["emotion", "history", "hope", "self-protection"], Most = 4, Notes = ["noted"] },
        [Step.Protection] = new()
        {
            Way = AnswerWay.Press,
            Values = ["fight", "withdraw", "avoid", "something-else"],
            Notes = ["last-time", "noted"],
        },
        [Step.Aim] = new()
        {
            Way = AnswerWay.Press,
            Values = ["clarity", "care", "connection"],
            Notes = ["noted", "start-clarity", "start-care", "start-connection"],
        },
        [Step.Needs] = new()
        {
            Way = AnswerWay.Pick,
            Values = ["transparency", "consistency", "attention", "honesty", "calm", "time", "respect", "something-else"],
            Most = 3,
            Notes = ["noted"],
        },
        [Step.Harder] = Words([], ["noted"]),
        [Step.Today] = Words(["vague"], ["do-it", "parked"]) with { Presses = ["park"] },
        [Step.Together] = Words([], ["noted"]),
        [Step.Extra] = Words([], []),

        // Check-ins.
        [Step.Promise] = new()
        {
            Way = AnswerWay.Press,
            Values = ["kept", "partly", "not-yet", "later", "end"],
            Skippable = false,
            Notes = ["ping", "late", "merged", "dropped", "kept", "partly", "not-yet", "ended", "next", "last"],
        },
        [Step.CheckInNote] = Words([], ["kept"]),
        [Step.When] = new()
        {
            Way = AnswerWay.Text,
            Fields = [new("answer", true)],
            Values = ["in-an-hour", "this-evening", "tomorrow", "in-three-days"],
            Nudges = ["read-back", "either"],
            Skippable = false,
            Notes = ["set", "past"],
        },
        [Step.Lapse] = new()
        {
            Way = AnswerWay.Press,
            Values = ["same", "smaller", "other-cue", "another-act", "end"],
            Notes = ["same", "third", "human"],
        },
        [Step.OtherAct] = Words(["vow", "outcome", "controlling", "several", "vague"], ["moment", "changed"]),
        [Step.LookBack] = new()
        {
            Way = AnswerWay.Form,
            Fields = [new("presence", false), new("clarity", false), new("willingness", false)],
            Notes = ["kept"],
        },
        [Step.StillWanted] = new()
        {
            Way = AnswerWay.Press,
            Values = ["go-on", "stop"],
            Skippable = false,
            Notes = ["ping", "stopped", "goes-on"],
        },

        // Reflection.
        [Step.Usual] = Words([], ["kept"]),
        [Step.Regulate] = Words([], ["kept", "what-helped"]),
        [Step.Ways] = Words([], ["kept"]),

        // Held.
        [Step.SteppedBack] = new() { Way = AnswerWay.Press, Values = ["go-on"], Offers = ["misread"], Skippable = false },
        [Step.Stopping] = new()
        {
            Way = AnswerWay.Press,
            Values = ["stop.keep", "stop.private", "stop.delete"],
            Offers = ["go-on"],
            Skippable = false,
            Notes = ["kept", "private", "deleted"],
        },
    }.ToFrozenDictionary();

    /// <summary>Twenty-three feeling words in groups, then the body's own; a word of one's own may always be typed.</summary>
    public static ImmutableArray<string> Feelings =>
    [
        "angry", "irritated", "frustrated", "resentful",
        "hurt", "sad", "lonely", "disappointed",
        "scared", "worried", "overwhelmed", "insecure",
        "ashamed", "guilty", "embarrassed", "defensive",
        "numb", "tired", "tense", "restless",
        "hopeful", "tender", "calm",
    ];

    /// <summary>Every step somebody can stand in and be asked something.</summary>
    public static IEnumerable<Step> Asked => Specs.Keys.Order();

    /// <summary>The stable name, such as <c>heat-before</c>.</summary>
    public static string NameOf(Step step) => Names[step];

    /// <summary>The step's stable name, ready to be written.</summary>
    public static JsonEncodedText EncodedNameOf(Step step) => EncodedNames[step];

    /// <summary>The step of a stable name; null when there is none.</summary>
    public static Step? Named(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var step) ? step : null;

    /// <summary>The step of a stable name in UTF-8; null when there is none.</summary>
    public static Step? Named(ReadOnlySpan<byte> name) => ByUtf8.TryGetValue(name, out var step) ? step : null;

    /// <summary>What the step asks for.</summary>
    public static QuestionSpec SpecOf(Step step) => Specs[step];

    private static QuestionSpec Words(ImmutableArray<string> nudges, ImmutableArray<string> notes) => new()
    {
        Way = AnswerWay.Text,
        Fields = [new FieldSpec("answer", true)],
        Nudges = nudges,
        Notes = notes,
    };

    private static QuestionSpec Line(ImmutableArray<string> values = default) => new()
    {
        Way = AnswerWay.Text,
        Fields = [new FieldSpec("answer", true)],
        Values = values.IsDefault ? [] : values,
    };

    private static string Kebab(string pascal)
    {
        var name = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
