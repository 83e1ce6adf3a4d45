using System.Collections.Immutable;

namespace RepairBot.Core.CheckIns.When;

/// <summary>Reads tokens from left to right into what they say. Each thing may be said once; what does not fit ends it.</summary>
internal sealed class WhenParser
{
    private readonly ImmutableArray<WhenToken> _tokens;
    private readonly WhenNumbers _numbers;
    private int _at;
    private WhenKind _lead;

    private WhenParser(ImmutableArray<WhenToken> tokens, string language)
    {
        _tokens = tokens;
        _numbers = new WhenNumbers(tokens, language);
    }

    /// <summary>What was said; null when it is no time.</summary>
    public static WhenParts? Parse(ImmutableArray<WhenToken> tokens, string language)
    {
        var parser = new WhenParser(tokens, language);
        WhenParts? parts = new();
        while (parts is not null && parser._at < tokens.Length)
        {
            parts = parser.Next(parts);
        }

        // "Next" and "this" say something of a day of the week alone, and after "in" there is an amount or a part of the day.
        var loose = parts is { Weekday: null } and ({ Next: true } or { This: true }) || parser._lead is WhenKind.In or WhenKind.At or WhenKind.The;
        return loose ? null : parts;
    }

    private WhenParts? Next(WhenParts parts)
    {
        var token = _tokens[_at];
        if (token.Kind is WhenKind.Number or WhenKind.Article or WhenKind.Month or WhenKind.Before)
        {
            var read = _numbers.Read(_at, _lead, parts);
            _lead = WhenKind.Filler;
            _at = read?.End ?? _at;
            return read?.Parts;
        }

        var follows = Follows(token, parts);
        _lead = token.Kind switch
        {
            WhenKind.In or WhenKind.At or WhenKind.The => token.Kind,
            WhenKind.Filler when _lead == WhenKind.In => WhenKind.In,
            _ => WhenKind.Filler,
        };
        _at++;
        return follows;
    }

    private WhenParts? Follows(WhenToken token, WhenParts parts) => token.Kind switch
    {
        WhenKind.Filler or WhenKind.In or WhenKind.At or WhenKind.The => parts,
        WhenKind.And => parts.Minutes is null && parts.Days is null ? null : IsLast ? null : parts,
        WhenKind.Sign => token.IsSign(',') || token.IsSign('.') || token.IsSign('-') && _at > 0 && _lead != WhenKind.In ? parts : null,
        WhenKind.Day => parts.Days is null ? parts with { Days = token.Value } : null,
        WhenKind.TomorrowOrMorning when parts.NamesDay => Part(parts, DayPart.Morning),
        WhenKind.TomorrowOrMorning => parts with { Days = 1 },
        WhenKind.NextWeek => parts.NextWeek ? null : parts with { NextWeek = true },
        WhenKind.Weekday => parts.Weekday is null ? parts with { Weekday = token.Value } : null,
        WhenKind.Next => parts.Next ? null : parts with { Next = true },
        WhenKind.This => parts.This ? null : parts with { This = true },
        WhenKind.Part => Part(parts, (DayPart)token.Value),
        WhenKind.Amount => parts with { Minutes = (parts.Minutes ?? 0) + token.Value },
        WhenKind.Clock => parts.Clock is null ? parts with { Clock = new WhenClock(token.Value, Either: false) } : null,
        _ => null,
    };

    private bool IsLast => _at == _tokens.Length - 1;

    private static WhenParts? Part(WhenParts parts, DayPart part) =>
        parts.Part is null || parts.Part == part ? parts with { Part = part } : null;
}
