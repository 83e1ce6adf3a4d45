namespace RepairBot.Core.Guides;

/// <summary>
/// What may stand in a text's placeholders. A missing one is filled with nothing. No field ever holds a sentence of a person's.
/// </summary>
public readonly record struct Fillings
{
    /// <summary>“Sam”, or “them”.</summary>
    public string? Who { get; init; }

    /// <summary>“Sam”, or “they”.</summary>
    public string? They { get; init; }

    /// <summary>“Sam’s”, or “their”.</summary>
    public string? Their { get; init; }

    /// <summary>Whole minutes.</summary>
    public string? Minutes { get; init; }

    /// <summary>A time of day or a date.</summary>
    public string? Until { get; init; }

    /// <summary>The rating or the time before.</summary>
    public string? From { get; init; }

    /// <summary>The rating or the time after.</summary>
    public string? To { get; init; }

    /// <summary>One word of a list: a feeling, a setting.</summary>
    public string? Word { get; init; }

    /// <summary>A phase's name, as the guide writes it.</summary>
    public string? Phase { get; init; }

    /// <summary>A step's number or name.</summary>
    public string? Step { get; init; }

    /// <summary>A count.</summary>
    public string? Number { get; init; }

    /// <summary>Out of how many.</summary>
    public string? Total { get; init; }

    /// <summary>A date.</summary>
    public string? Date { get; init; }

    /// <summary>Who hosts the bot.</summary>
    public string? Operator { get; init; }
}
