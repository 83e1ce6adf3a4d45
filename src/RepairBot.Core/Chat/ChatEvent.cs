using System.Collections.Immutable;

namespace RepairBot.Core.Chat;

/// <summary>
/// Everything that happens to a person, on any platform. The one way in.
/// </summary>
/// <param name="Key">
/// The event's own id, 1–64 characters, unique for the person: the same key again changes nothing and gets the first answer.
/// </param>
/// <param name="Seed">Random bits for the ids a turn makes. A turn has no other randomness.</param>
public abstract record ChatEvent(string Key, ulong Seed)
{
    /// <summary>Longest key, in characters.</summary>
    public const int LongestKey = 64;

    /// <summary>A command such as <c>repair start</c>, with its options by name.</summary>
    public sealed record Command(string Key, ulong Seed, string Name, ImmutableDictionary<string, PrivateText> Options)
        : ChatEvent(Key, Seed);

    /// <summary>A press, a choice or a form: one action of one message.</summary>
    /// <param name="Key">The event's own id.</param>
    /// <param name="Seed">Random bits.</param>
    /// <param name="Message">The message that carried the action.</param>
    /// <param name="Action">The action's opaque id, as the message gave it.</param>
    /// <param name="Values">Chosen option values; empty for a button or a form.</param>
    /// <param name="Fields">Form fields by id; empty for anything else.</param>
    public sealed record Pressed(
        string Key,
        ulong Seed,
        MessageId Message,
        string Action,
        ImmutableArray<string> Values,
        ImmutableDictionary<string, PrivateText> Fields)
        : ChatEvent(Key, Seed);

    /// <summary>A text the person typed.</summary>
    /// <param name="Key">The event's own id.</param>
    /// <param name="Seed">Random bits.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Seen">The last sequence number on the person's screen, when the platform knows it: the text belongs to the question it saw.</param>
    public sealed record Typed(string Key, ulong Seed, PrivateText Text, long? Seen) : ChatEvent(Key, Seed)
    {
        /// <summary>The message that a text with this seed becomes in the person's feed: what names it when it is changed or taken back.</summary>
        public static MessageId MessageOf(ulong seed) => new(Repairs.OutcomeBuilder.FirstId(seed));
    }

    /// <summary>A text that was typed earlier was changed where it stands: the answer it became changes with it.</summary>
    /// <param name="Key">The event's own id.</param>
    /// <param name="Seed">Random bits.</param>
    /// <param name="Message">The message the text became: <see cref="Typed.MessageOf"/>.</param>
    /// <param name="Text">The words now.</param>
    public sealed record Retyped(string Key, ulong Seed, MessageId Message, PrivateText Text) : ChatEvent(Key, Seed);

    /// <summary>A text that was typed earlier was taken back: it goes, and so does the answer it became.</summary>
    /// <param name="Key">The event's own id.</param>
    /// <param name="Seed">Random bits.</param>
    /// <param name="Message">The message the text became: <see cref="Typed.MessageOf"/>.</param>
    public sealed record Withdrawn(string Key, ulong Seed, MessageId Message) : ChatEvent(Key, Seed);

    /// <summary>Reminders of one person that came due together: one as a rule, several after downtime.</summary>
    /// <param name="Key">Made from the reminders' ids and due times, so that a second claim makes no second turn.</param>
    /// <param name="Seed">Random bits.</param>
    /// <param name="Reminders">What was set, in due order; at least one.</param>
    public sealed record Due(string Key, ulong Seed, ImmutableArray<Reminder> Reminders) : ChatEvent(Key, Seed);
}
