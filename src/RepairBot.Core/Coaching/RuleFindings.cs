using System.Collections.Immutable;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Coaching;

/// <summary>One text after reading and matching, asked by kind of rule.</summary>
internal sealed class RuleFindings
{
    private RuleFindings(Lexicon lexicon, ReadText text, IReadOnlySet<string> kinds)
    {
        Lexicon = lexicon;
        Text = text;
        Matches = lexicon.Match(text, kinds);
    }

    public Lexicon Lexicon { get; }

    public ReadText Text { get; }

    public ImmutableArray<RuleMatch> Matches { get; }

    /// <param name="text">Any text.</param>
    /// <param name="language">A code such as "en".</param>
    /// <param name="kinds">Kinds of rules to ask; no others are tried.</param>
    public static RuleFindings Of(string text, string language, IReadOnlySet<string> kinds)
    {
        var lexicon = CoachingLexicons.For(language);
        return new RuleFindings(lexicon, lexicon.Read(text), kinds);
    }

    public IEnumerable<RuleMatch> OfKind(string kind) => Matches.Where(m => m.Rule.Kind == kind);

    public TextSpan? First(string kind) => OfKind(kind).Select(m => (TextSpan?)m.Span).FirstOrDefault();

    /// <summary>All words from first to last, for concerns about what is missing; null for a text without words.</summary>
    public TextSpan? Whole => Text.Tokens.Length == 0 ? null : Text.Span(0, Text.Tokens.Length);
}
