using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RepairBot.Core.Chat;

/// <summary>Who a message is from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sender>))]
public enum Sender
{
    /// <summary>RepairBot.</summary>
    [JsonStringEnumMemberName("bot")] Bot,

    /// <summary>The person whose conversation this is.</summary>
    [JsonStringEnumMemberName("person")] Person,
}

/// <summary>Where a message appears.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Place>))]
public enum Place
{
    /// <summary>The private conversation.</summary>
    [JsonStringEnumMemberName("dm")] Dm,

    /// <summary>Beside the command, visible to this person alone.</summary>
    [JsonStringEnumMemberName("only-you")] OnlyYou,
}

/// <summary>What a message is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    /// <summary>Something is asked; there is a forward action.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>Something is said.</summary>
    [JsonStringEnumMemberName("note")] Note,

    /// <summary>A check-in on a promise.</summary>
    [JsonStringEnumMemberName("check-in")] CheckIn,

    /// <summary>Help lines.</summary>
    [JsonStringEnumMemberName("help-lines")] HelpLines,
}

/// <summary>
/// One message of one person's conversation, whole: what a platform shows and what the local chat's feed answers. A later version of
/// the same message has the same <see cref="Id"/> and a higher <see cref="Seq"/>.
/// </summary>
public sealed record Message
{
    /// <summary>Most words a message's own text may have; what people wrote is quoted in cards.</summary>
    public const int MostWords = 60;

    /// <summary>Unique over all people.</summary>
    public required MessageId Id { get; init; }

    /// <summary>Position in the person's feed, from 1, without gaps in the order of commits.</summary>
    public required long Seq { get; init; }

    /// <summary>The sequence number of its first version.</summary>
    public long First { get; init; }

    /// <summary>When it was first made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who it is from.</summary>
    public Sender From { get; init; }

    /// <summary>Where it appears. Default: the private conversation.</summary>
    public Place Where { get; init; }

    /// <summary>What it is.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The phase it belongs to; null outside a repair.</summary>
    public string? Phase { get; init; }

    /// <summary>The step's stable name; null outside a repair.</summary>
    public string? Step { get; init; }

    /// <summary>The question's own id when <see cref="Step"/> is <c>extra</c>; null otherwise.</summary>
    public string? Question { get; init; }

    /// <summary>The repair it belongs to; null outside a repair.</summary>
    public RepairId? Repair { get; init; }

    /// <summary>The guide version whose words these are; 0 for a person's own words.</summary>
    public int Guide { get; init; }

    /// <summary>The words: plain text with Discord's light markdown. Neutral in a ping, since previews show it.</summary>
    public required PrivateText Text { get; init; }

    /// <summary>Facts and quotes in labelled lines.</summary>
    public Card? Card { get; init; }

    /// <summary>A picture; never the only carrier of a meaning.</summary>
    public Image? Image { get; init; }

    /// <summary>A file to keep.</summary>
    public Attachment? File { get; init; }

    /// <summary>The end of a pause, UTC; shown as a time, never edited on the way.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The breathing pace while <see cref="Until"/> lasts.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Where the person is on the way; null outside a repair, until its length is chosen, in the exercise and after the consent.</summary>
    public Progress? Progress { get; init; }

    /// <summary>It was due earlier and says so.</summary>
    public bool Late { get; init; }

    /// <summary>It was changed after it was first shown.</summary>
    public bool Edited { get; init; }

    /// <summary>It is gone from the conversation; the words are empty.</summary>
    public bool Removed { get; init; }

    /// <summary>What can be done, forward actions first. Empty once the question is answered.</summary>
    public ImmutableArray<ChatAction> Actions { get; init; } = [];
}

/// <summary>A titled list of labelled lines. At most 25 lines; a value has at most 1,024 characters in one line, longer ones are split.</summary>
public sealed record Card(PrivateText Title, ImmutableArray<CardLine> Lines);

/// <summary>One line of a card.</summary>
public sealed record CardLine(PrivateText Name, PrivateText Value);

/// <summary>A picture by address, with the words that stand for it.</summary>
public sealed record Image(string Url, string Alt);

/// <summary>A file the person may keep: its name, media type and content.</summary>
public sealed record Attachment(string Name, string MediaType, PrivateText Content);

/// <summary>Seconds in and out of one breath. In 3–5, out 4–7, out longer than in.</summary>
public sealed record Pace(int In, int Out);

/// <summary>The number of this question, from 1, and how many there are up to the consent as far as is known; the exercise comes on top.</summary>
public sealed record Progress(int At, int Of);
