using System.Globalization;

namespace RepairBot.Core.Chat;

/// <summary>Identifies a person inside RepairBot. Random: it says nothing about who they are on any platform.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>Identifies one repair of one person. Positive and random, unique for that person.</summary>
public readonly record struct RepairId(long Value);

/// <summary>Identifies one reminder. Positive and random.</summary>
public readonly record struct ReminderId(long Value);

/// <summary>
/// Identifies one message to or from one person. Positive and random over 63 bits, so that an id never names somebody else's message.
/// </summary>
public readonly record struct MessageId(long Value)
{
    /// <summary>Sixteen lower-case hexadecimal digits: what the local chat and custom ids carry.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MessageId id)
    {
        id = default;
        if (text.Length != 16
            || !long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value <= 0)
        {
            return false;
        }

        id = new MessageId(value);
        return true;
    }
}
