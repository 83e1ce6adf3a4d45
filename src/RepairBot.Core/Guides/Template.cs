using System.Collections.Immutable;

namespace RepairBot.Core.Guides;

/// <summary>
/// A text with placeholders such as <c>{who}</c>. Immutable. <c>{who}</c>, <c>{they}</c> and <c>{their}</c> get a capital where a sentence
/// starts with them.
/// </summary>
public sealed class Template
{
    private readonly string source;
    private readonly ImmutableArray<Hole> holes;

    // Literals stand before each hole and after the last one: one more than holes.
    private readonly ImmutableArray<string> literals;

    private Template(string source, ImmutableArray<string> literals, ImmutableArray<Hole> holes) =>
        (this.source, this.literals, this.holes) = (source, literals, holes);

    internal static Template Empty { get; } = Parse("").Template;

    /// <summary>The text with its placeholders filled. Without placeholders it is the same string each time.</summary>
    public string Fill(in Fillings values)
    {
        if (holes.IsEmpty)
        {
            return source;
        }

        var pieces = new string[literals.Length + holes.Length];
        for (var at = 0; at < holes.Length; at++)
        {
            pieces[2 * at] = literals[at];
            pieces[(2 * at) + 1] = holes[at].Fill(values);
        }

        pieces[^1] = literals[^1];
        return string.Concat(pieces);
    }

    /// <summary>The text as the guide writes it.</summary>
    public override string ToString() => source;

    /// <summary>Reads a text; what stands between braces and is no placeholder is left as it is and handed back by name.</summary>
    internal static (Template Template, ImmutableArray<string> Unknown) Parse(string source)
    {
        var between = ImmutableArray.CreateBuilder<string>();
        var filled = ImmutableArray.CreateBuilder<Hole>();
        var unknown = ImmutableArray.CreateBuilder<string>();
        var done = 0;
        for (var open = source.IndexOf('{'); open >= 0; open = source.IndexOf('{', open + 1))
        {
            var close = source.IndexOf('}', open);
            var name = close < 0 ? source[(open + 1)..] : source[(open + 1)..close];
            if (close < 0 || Placeholders.Named(name) is not { } placeholder)
            {
                unknown.Add(name);
                continue;
            }

            between.Add(source[done..open]);
            filled.Add(new Hole(placeholder, placeholder.TakesCapital() && StartsSentence(source.AsSpan(0, open))));
            done = close + 1;
        }

        between.Add(source[done..]);
        return (new Template(source, between.ToImmutable(), filled.ToImmutable()), unknown.ToImmutable());
    }

    // Quotation marks, brackets and emphasis may stand between the end of one sentence and the start of the next.
    private static bool StartsSentence(ReadOnlySpan<char> before)
    {
        if (before.TrimEnd(" “\"'(*_") is not [.., var last] trimmed)
        {
            return true;
        }

        return last == '\n' || (last is '.' or '!' or '?' or '…' && trimmed.Length < before.Length);
    }

    private readonly record struct Hole(Placeholder Placeholder, bool Capital)
    {
        public string Fill(in Fillings values)
        {
            var value = Placeholder.Of(values);
            return Capital && value is [var first, .. var rest] && char.IsLower(first) ? char.ToUpperInvariant(first) + rest : value;
        }
    }
}
