using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RepairBot.Core.Reading;

/// <summary>
/// The words, classes and rules of one language for one reader. Built once from reviewed files; afterwards immutable and safe to use
/// from any thread.
/// </summary>
public sealed class Lexicon
{
    private readonly FrozenDictionary<string, WordClass> _classes;
    private readonly RuleBook _book;
    private readonly WordReader _words;
    private readonly ClauseReader _clauses;

    internal Lexicon(string language, FrozenDictionary<string, WordClass> classes, RuleBook book, WordReader words)
    {
        Language = language;
        _classes = classes;
        _book = book;
        _words = words;
        _clauses = new ClauseReader(this);
    }

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>All rules, in the order of the files.</summary>
    public ImmutableArray<Rule> Rules => _book.Rules;

    /// <summary>A class by its name in the files.</summary>
    /// <exception cref="ArgumentException">No file of this lexicon declares it.</exception>
    public WordClass Class(string name) =>
        _classes.TryGetValue(name, out var found) ? found : throw new ArgumentException($"No class '{name}' in lexicon '{Language}'.", nameof(name));

    /// <summary>All class names.</summary>
    public IEnumerable<string> ClassNames => _classes.Keys;

    /// <summary>Reads a text of any length; never fails. Same text, same reading.</summary>
    public ReadText Read(string text) => _clauses.Read(text, _words.Read(text));

    /// <summary>Everything the rules find, in the order of the text.</summary>
    public ImmutableArray<RuleMatch> Match(ReadText text) => _book.Match(text, static _ => true);

    /// <summary>What the rules of some kinds find, in the order of the text.</summary>
    public ImmutableArray<RuleMatch> Match(ReadText text, IReadOnlySet<string> kinds) => _book.Match(text, rule => kinds.Contains(rule.Kind));
}
