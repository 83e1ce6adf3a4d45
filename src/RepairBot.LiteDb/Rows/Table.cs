namespace RepairBot.LiteDb.Rows;

/// <summary>The collections. The number of a journaled one stands in the journal.</summary>
internal enum Table : byte
{
    /// <summary>Identity hash to person.</summary>
    Identities = 1,

    /// <summary>A person's identity hashes.</summary>
    People = 2,

    /// <summary>Heads and repairs.</summary>
    Records = 3,

    /// <summary>Messages by their id. In the journal only: LiteDB has them in <see cref="Batches"/>.</summary>
    Messages = 4,

    /// <summary>Reminders by their id.</summary>
    Reminders = 5,

    /// <summary>Which messages a person has and their order. Follows from the messages, so it is in no journal.</summary>
    Feeds = 16,

    /// <summary>Messages that nobody confirmed, in the order they came. Follows from the messages.</summary>
    Unsettled = 17,

    /// <summary>Reminders in due order. Follows from the reminders.</summary>
    Due = 18,

    /// <summary>Messages, several of a person in one document.</summary>
    Batches = 19,
}
