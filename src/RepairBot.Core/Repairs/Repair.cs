using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Regulation;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>Whether a repair can be gone on with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RepairState>))]
public enum RepairState
{
    /// <summary>A question stands open.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Put away by the person, to go on with later.</summary>
    [JsonStringEnumMemberName("kept")] Kept,

    /// <summary>Closed by the person; kept for themselves, never asked about.</summary>
    [JsonStringEnumMemberName("private")] Private,

    /// <summary>Gone through to its end.</summary>
    [JsonStringEnumMemberName("finished")] Finished,
}

/// <summary>Everything about one conversation of one person.</summary>
public sealed record Repair
{
    /// <summary>The record's format: older ones are read for ever and written as the current one.</summary>
    /// <exception cref="System.Text.Json.JsonException">A later version wrote the record.</exception>
    public int Format { get; init => field = StateJson.Renew(value); } = StateJson.CurrentFormat;

    /// <summary>Unique for the person.</summary>
    public required RepairId Id { get; init; }

    /// <summary>A whole repair, or an exercise alone.</summary>
    public ConversationForm Form { get; init; }

    /// <summary>Whether it can be gone on with.</summary>
    public RepairState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the person last did something in it, UTC.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The question that stands open.</summary>
    public required QuestionKey Now { get; init; }

    /// <summary>The message that asks it.</summary>
    public MessageId Live { get; init; }

    /// <summary>The message that asked it in its own words: a second look, an example or a notice in between asks in others.</summary>
    public AskedBy Asked { get; init; }

    /// <summary>Questions really shown before this one, oldest first: what <c>back</c> walks.</summary>
    public ImmutableArray<QuestionKey> Trail { get; init; } = [];

    /// <summary>The last few questions with their place in the feed, so that a text finds the question it saw.</summary>
    public ImmutableArray<ShownQuestion> Lately { get; init; } = [];

    /// <summary>Answers in the order in which they were first given.</summary>
    public AnswerList Answers { get; init; } = [];

    /// <summary>Heat ratings in order.</summary>
    public ImmutableArray<HeatRating> Ratings { get; init; } = [];

    /// <summary>What the open question is a detour for.</summary>
    public Detour Detour { get; init; }

    /// <summary>Questions that wait until the detour from them ends, outermost first; one detour may be taken from within another.</summary>
    public ImmutableArray<WaitingQuestion> Waiting { get; init; } = [];

    /// <summary>Where the open detour leads back to; null on the path.</summary>
    [JsonIgnore]
    public QuestionKey? Return => Waiting.Length > 0 ? Waiting[^1].Question : null;

    /// <summary>How often the open question met a useless answer: 0–3.</summary>
    public int Rung { get; init; }

    /// <summary>The second look that stands open; null when none does.</summary>
    public string? Nudge { get; init; }

    /// <summary>A time in words that was read back and is not set yet; null when there is none.</summary>
    public Wish? Wish { get; init; }

    /// <summary>Second looks already taken, as <c>question:name</c>: each is offered once.</summary>
    public ImmutableArray<string> Nudged { get; init; } = [];

    /// <summary>The exercise under way; null when there is none.</summary>
    public Exercise? Exercise { get; init; }

    /// <summary>How often the draft was read with the person: after three it is good enough.</summary>
    public int Readings { get; init; }

    /// <summary>What the screen held last, until the person goes on.</summary>
    public Hold? Hold { get; init; }

    /// <summary>No words for the other are drafted, whatever else is answered: it is not safe, or contact is not wanted.</summary>
    public bool NoDrafting { get; init; }

    /// <summary>A repeated pattern over repairs: the pace is slower, and it was said.</summary>
    public bool Slow { get; init; }

    /// <summary>The honest notice before going on hot was given: it is given once.</summary>
    public bool NoticeGiven { get; init; }

    /// <summary>The person chose to go on before they were ready: respected.</summary>
    public bool Overridden { get; init; }

    /// <summary>Solutions and other acts put aside for later, in the person's words.</summary>
    public ImmutableArray<PrivateText> Parked { get; init; } = [];

    /// <summary>Acts agreed on.</summary>
    public ImmutableArray<Promise> Promises { get; init; } = [];

    /// <summary>What was said about the promises, in order.</summary>
    public ImmutableArray<CheckInAnswer> CheckIns { get; init; } = [];

    /// <summary>The state to return to after a check-in; null outside one.</summary>
    public RepairState? Before { get; init; }

    /// <summary>Reminders that stand for this repair, so that they can be dropped.</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>The answer to a question; null when there is none.</summary>
    public Answer? AnswerTo(QuestionKey key) => Answers.To(key);

    /// <summary>The answer to a step asked as one question; null when there is none.</summary>
    public Answer? AnswerTo(Step step) => AnswerTo(new QuestionKey(step));

    /// <summary>The value chosen at a step; null when there is none.</summary>
    public string? ValueOf(Step step) => AnswerTo(step)?.Value;
}

/// <summary>A question with its place in the feed and the version of the guide whose words it had.</summary>
public readonly record struct ShownQuestion(QuestionKey Key, MessageId Message, long Seq, int Guide);

/// <summary>A question that waits, and what it was itself a detour for.</summary>
public readonly record struct WaitingQuestion(QuestionKey Question, Detour Detour);

/// <summary>The message that asked a question in its own words, and the version of the guide they came from.</summary>
public readonly record struct AskedBy(MessageId Message, int Guide);

/// <summary>What a conversation is away from its path for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Detour>))]
public enum Detour
{
    /// <summary>It is on its path.</summary>
    None,

    /// <summary>A short aside.</summary>
    Aside,

    /// <summary>A calming exercise that interrupted a question.</summary>
    Steady,

    /// <summary>An earlier answer is being changed.</summary>
    Edit,

    /// <summary>Stopping is being asked about.</summary>
    Stop,

    /// <summary>The screen holds it.</summary>
    Hold,

    /// <summary>A ping was pressed.</summary>
    CheckIn,
}

/// <summary>What the screen saw.</summary>
/// <param name="Risks">Most urgent first; empty when the screen itself failed.</param>
/// <param name="Direction">Of the most urgent one.</param>
/// <param name="Words">The question whose answer has the words; null when they stand in the chat alone.</param>
public sealed record Hold(ImmutableArray<Risk> Risks, RiskDirection Direction, QuestionKey? Words = null);
