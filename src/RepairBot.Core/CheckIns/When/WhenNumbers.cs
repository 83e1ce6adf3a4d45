using System.Collections.Immutable;

namespace RepairBot.Core.CheckIns.When;

/// <summary>Reads what starts with a number or a month: dates, times by the clock, and amounts of time.</summary>
internal sealed class WhenNumbers(ImmutableArray<WhenToken> tokens, string language)
{
    private readonly bool _english = language == "en";

    /// <summary>The parts with what starts here, and where it ends; null when it is nothing.</summary>
    /// <param name="at">Where.</param>
    /// <param name="lead">What stood before: "in", "at", "the", or a filler for nothing.</param>
    /// <param name="parts">What was said before.</param>
    public (WhenParts Parts, int End)? Read(int at, WhenKind lead, WhenParts parts)
    {
        if (tokens[at].Kind == WhenKind.Before)
        {
            return Is(at + 1, WhenKind.Number) && tokens[at + 1].Value is >= 1 and <= 24
                ? Clock(parts, tokens[at + 1].Value, tokens[at].Value, at + 2, either: true)
                : null;
        }

        if (tokens[at].Kind == WhenKind.Month)
        {
            return MonthFirst(at, parts);
        }

        var (number, end) = Number(at);
        return (lead is WhenKind.In ? null : Dated(at, lead, parts) ?? Timed(at, number, end, lead, parts))
            ?? Amount(number, end, parts)
            ?? (lead is WhenKind.In || tokens[at].Kind == WhenKind.Article ? null : Hour(at, number, end, lead, parts));
    }

    // "Twenty five", "treinta y cinco".
    private (int Number, int End) Number(int at)
    {
        var next = Is(at + 1, WhenKind.And) || IsSign(at + 1, '-') ? at + 2 : at + 1;
        return tokens[at] is { Digits: 0, Value: 20 or 30 or 40 or 50 } tens
            && Is(next, WhenKind.Number) && tokens[next] is { Digits: 0, Value: < 10 } ones
                ? (tens.Value + ones.Value, next + 1)
                : (tokens[at].Value, at + 1);
    }

    private (WhenParts, int)? Dated(int at, WhenKind lead, WhenParts parts)
    {
        var first = tokens[at];
        if (first.Digits == 4 && (IsSign(at + 1, '-') || IsSign(at + 1, '/')) && IsNumber(at + 2) && IsNumber(at + 4)
            && tokens[at + 3] == tokens[at + 1])
        {
            return Date(parts, new WhenDate(tokens[at + 4].Value, tokens[at + 2].Value, first.Value), at + 5);
        }

        if (first.Digits is 1 or 2 && IsSign(at + 1, '/') && IsNumber(at + 2))
        {
            var (year, end) = IsSign(at + 3, '/') ? Year(at + 4, required: true) : (null, at + 3);
            return end > tokens.Length ? null : Slashed(parts, first.Value, tokens[at + 2].Value, year, end);
        }

        if (first.Digits is 1 or 2 && IsSign(at + 1, '.') && IsNumber(at + 2) && !IsDottedClock(at, lead))
        {
            var (year, end) = IsSign(at + 3, '.') ? Year(at + 4, required: false) : (null, at + 3);
            return Date(parts, new WhenDate(first.Value, tokens[at + 2].Value, year), end);
        }

        return DayFirst(at, lead, parts);
    }

    // "14 march", "14th of March 2027", "14. März", "el 14 de marzo"; without a month "the 14th", "am 14.".
    private (WhenParts, int)? DayFirst(int at, WhenKind lead, WhenParts parts)
    {
        if (tokens[at].Digits > 2 || tokens[at].Kind == WhenKind.Article)
        {
            return null;
        }

        var ordinal = Is(at + 1, WhenKind.Ordinal);
        var end = ordinal || IsSign(at + 1, '.') ? at + 2 : at + 1;
        var month = Is(end, WhenKind.Of) ? end + 1 : end;
        if (Is(month, WhenKind.Month))
        {
            var before = Is(month + 1, WhenKind.Of) || IsSign(month + 1, ',') ? month + 2 : month + 1;
            var (year, yearEnd) = Year(before, required: false);
            return Date(parts, new WhenDate(tokens[at].Value, tokens[month].Value, year), year is null ? month + 1 : yearEnd);
        }

        var alone = ordinal || lead == WhenKind.The && !IsSign(at + 1, ':') && !IsUnit(at + 1);
        return alone ? Date(parts, new WhenDate(tokens[at].Value), end) : null;
    }

    // "March 14", "march the 14th, 2027".
    private (WhenParts, int)? MonthFirst(int at, WhenParts parts)
    {
        var day = Is(at + 1, WhenKind.The) ? at + 2 : at + 1;
        if (!IsNumber(day) || tokens[day].Digits > 2 || IsSign(day + 1, ':'))
        {
            return null;
        }

        var end = Is(day + 1, WhenKind.Ordinal) ? day + 2 : day + 1;
        var (year, yearEnd) = Year(IsSign(end, ',') ? end + 1 : end, required: false);
        return Date(parts, new WhenDate(tokens[day].Value, tokens[at].Value, year), year is null ? end : yearEnd);
    }

    // A year has four digits where it may be left out, and two or four after a slash. Without one that was needed, the end is nowhere.
    private (int? Year, int End) Year(int at, bool required)
    {
        if (!IsNumber(at) || IsSign(at + 1, ':') || tokens[at].Digits != 4 && !(required && tokens[at].Digits == 2))
        {
            return (null, required ? int.MaxValue : at);
        }

        return (tokens[at].Digits == 2 ? 2000 + tokens[at].Value : tokens[at].Value, at + 1);
    }

    // Day and month of 3/4 stand either way in English, so both are kept.
    private (WhenParts, int)? Slashed(WhenParts parts, int first, int second, int? year, int end)
    {
        var dayFirst = new WhenDate(first, second, year);
        var monthFirst = new WhenDate(second, first, year);
        return (first <= 12, second <= 12) switch
        {
            (_, true) when !_english => Date(parts, dayFirst, end),
            (true, true) when first != second => Date(parts with { OtherDate = monthFirst }, dayFirst, end),
            (_, true) => Date(parts, dayFirst, end),
            (true, _) when _english => Date(parts, monthFirst, end),
            _ => null,
        };
    }

    // 19.30 is a time where a date can't be meant: after "at", before "Uhr" or "pm", or with more than twelve behind the dot.
    private bool IsDottedClock(int at, WhenKind lead)
    {
        var behind = tokens[at + 2];
        return lead == WhenKind.At
            || Is(at + 3, WhenKind.Oclock) || Is(at + 3, WhenKind.HalfOfDay) || Is(at + 3, WhenKind.Hours)
            || behind.Digits == 2 && !IsSign(at + 3, '.') && (_english || behind.Value > 12);
    }

    // What is a time by the clock for certain: 19:30, 19.30, 7pm, 8 Uhr 15, 19h, "ocho y media".
    private (WhenParts, int)? Timed(int at, int hour, int end, WhenKind lead, WhenParts parts)
    {
        if (end == at + 1 && (IsSign(at + 1, ':') || IsSign(at + 1, '.') && tokens[at].Digits > 0)
            && IsNumber(at + 2) && tokens[at + 2] is { Digits: 2, Value: < 60 } minutes)
        {
            var seconds = IsSign(at + 3, ':') && IsNumber(at + 4) ? at + 5 : at + 3;
            var after = Is(seconds, WhenKind.Oclock) || Is(seconds, WhenKind.Hours) ? seconds + 1 : seconds;
            return Clock(parts, hour, minutes.Value, after, either: false);
        }

        var asHour = Is(end, WhenKind.Hours) && (lead == WhenKind.At || parts.NamesDay || hour > 12 || IsMinutes(end + 1));
        if (asHour || Is(end, WhenKind.Oclock))
        {
            var either = !asHour && tokens[end].Value == 12;
            return IsMinutes(end + 1)
                ? Clock(parts, hour, tokens[end + 1].Value, end + 2, either)
                : Clock(parts, hour, 0, end + 1, either);
        }

        return Is(end, WhenKind.HalfOfDay) ? Clock(parts, hour, 0, end, either: true)
            : Is(end, WhenKind.After) ? Clock(parts, hour, tokens[end].Value, end + 1, either: true)
            : null;
    }

    // "Two hours", "1 h 30".
    private (WhenParts, int)? Amount(int number, int end, WhenParts parts)
    {
        if (!IsUnit(end))
        {
            return null;
        }

        var unit = tokens[end];
        return unit.Kind switch
        {
            WhenKind.Days => (parts with { Days = (parts.Days ?? 0) + number * unit.Value }, end + 1),
            WhenKind.Months => parts.Months is null ? (parts with { Months = number }, end + 1) : null,
            _ when unit.Value == 60 && IsMinutes(end + 1) =>
                (parts with { Minutes = (parts.Minutes ?? 0) + number * 60 + tokens[end + 1].Value }, end + 2),
            _ => (parts with { Minutes = (parts.Minutes ?? 0) + number * unit.Value }, end + 1),
        };
    }

    // A number alone is an hour: "at 8", "seven thirty".
    private (WhenParts, int)? Hour(int at, int hour, int end, WhenKind lead, WhenParts parts)
    {
        if ((tokens[at].Digits == 0 || lead == WhenKind.At) && Is(end, WhenKind.Number))
        {
            var (minutes, after) = Number(end);
            if (minutes is >= 10 and < 60 && !IsUnit(after) && !IsSign(after, ':') && !IsSign(after, '/') && !Is(after, WhenKind.Month))
            {
                return Clock(parts, hour, minutes, after, either: true);
            }
        }

        return Clock(parts, hour, 0, end, either: true);
    }

    private (WhenParts, int)? Clock(WhenParts parts, int hour, int minutes, int end, bool either)
    {
        var total = hour * 60 + minutes;
        if (Is(end, WhenKind.HalfOfDay))
        {
            (total, either) = (hour, tokens[end].Value) switch
            {
                (12, 0) => (total - 720, false),
                ( < 12, 12) => (total + 720, false),
                ( <= 12, _) or (_, 12) => (total, false),
                _ => (-1, false),
            };
            end++;
        }

        // "A quarter to one", "halb eins": nobody means the night by it.
        (total, either) = either && hour is 1 && total is >= 0 and < 60 ? (total + 720, false) : (total, either);
        return parts.Clock is null && hour <= 24 && total is >= 0 and <= 1440
            ? (parts with { Clock = new WhenClock(total, either) }, end)
            : null;
    }

    private static (WhenParts, int)? Date(WhenParts parts, WhenDate date, int end) =>
        parts.Date is null && date is { Day: >= 1 and <= 31, Month: null or (>= 1 and <= 12), Year: null or (>= 1900 and < 2200) }
            ? (parts with { Date = date }, end)
            : null;

    private bool Is(int at, WhenKind kind) => at < tokens.Length && tokens[at].Kind == kind;

    private bool IsSign(int at, char sign) => at < tokens.Length && tokens[at].IsSign(sign);

    private bool IsNumber(int at) => Is(at, WhenKind.Number) && tokens[at].Digits > 0;

    private bool IsMinutes(int at) => IsNumber(at) && tokens[at] is { Digits: 2, Value: < 60 } && !IsUnit(at + 1) && !IsSign(at + 1, '.') && !IsSign(at + 1, '/');

    private bool IsUnit(int at) => Is(at, WhenKind.Minutes) || Is(at, WhenKind.Hours) || Is(at, WhenKind.Days) || Is(at, WhenKind.Months);
}
