using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>
/// The names of words that belong to no single step. A guide must have exactly these: a missing one and an unknown one are both errors.
/// </summary>
public static class GuideNames
{
    /// <summary>Moves that exist at every step, and the list that folds the rarer ones.</summary>
    public static ImmutableArray<string> Moves { get; } =
    [
        "back", "keep", "edit", "skip", "why", "example", "steady", "stop", "stop.keep", "stop.private", "stop.delete", "hide", "help",
        "safety", "more", "name-a-feeling",
    ];

    /// <summary>Names of phases as a person reads them.</summary>
    public static ImmutableArray<string> Phases { get; } =
        ["opening", "ownership", "regulation", "dialogue", "follow-through", "check-in"];

    /// <summary>Buttons and card lines used in more than one place.</summary>
    public static ImmutableArray<string> Labels { get; } =
    [
        "answer", "your-answer", "skipped", "keep-mine", "change-it", "go-on", "start-over", "start-new", "delete", "cancel", "open",
        "look-again", "you-wrote", "earlier-answer", "quote", "why", "example", "draft", "to", "how", "you-send-it", "happened",
        "understand", "practise", "not-mine", "not-okay", "needs", "parked", "promise", "cue", "plan-b", "seen-as", "tag", "first-sign",
        "where", "step", "started", "heat", "before", "after", "until", "country", "timezone", "quiet", "language", "reminders", "hide",
        "repairs", "messages", "kept-until", "operator", "operator-unnamed", "contact", "privacy", "misread", "someone-near", "hidden-more", "words", "form-title",
        "layers", "them", "they", "their", "feeling", "on", "off", "not-set", "other-words", "reason", "caution", "last-time", "ideas", "timeline-title", "earlier-left-out", "ways", "days-off", "pause-until", "none", "yes",
    ];

    /// <summary>Whole messages outside one step.</summary>
    public static ImmutableArray<string> Notes { get; } =
    [
        "where-we-were", "stale", "late-kept", "late-text", "look-again", "rung-choices", "loop-guard", "today-offer",
        "nothing-open", "open-already", "choose-repair", "status", "status-none", "history", "history-none",
        "edit-choose", "edit-none", "back-none", "skip-not-here", "keep-none", "nothing-to-answer",
        "hidden", "opened", "behind-open", "help", "about", "finished", "steady-done", "reflected", "feeling-named", "started-over", "text-removed",
        "settings", "setting-changed", "setting-bad-timezone", "setting-bad-time", "setting-bad-language", "setting-bad-country",
        "setting-bad-switch", "setting-bad-days", "setting-bad-date", "setting-unknown",
        "promises", "promises-none", "late", "timeline", "timeline-none", "data-warning", "data-erased",
        "data-show", "data-export", "data-delete-ask", "data-deleted", "data-kept",
        "help-now", "screen-failed", "misread", "still-armed", "private-kept",
        "step-back.crisis.self", "step-back.crisis.other", "step-back.violence.by", "step-back.violence.to",
        "step-back.control.by", "step-back.control.to", "step-back.child",
    ];
}
