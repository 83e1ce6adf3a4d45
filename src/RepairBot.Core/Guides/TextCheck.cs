using System.Globalization;

namespace RepairBot.Core.Guides;

/// <summary>Checks one text against its rule.</summary>
/// <param name="Log">Where problems go.</param>
/// <param name="English">The reading level is measured; there is no such measure here for another language.</param>
internal readonly record struct TextCheck(FileLog Log, bool English)
{
    /// <summary>Sixth grade.</summary>
    private const double HighestGrade = 6.0;

    /// <summary>A shorter text has no reading level worth the name.</summary>
    private const int FewestWordsForGrade = 20;

    public Template Template(GuideNode node, string path, TextRule rule)
    {
        var (template, unknown) = Guides.Template.Parse(Plain(node, path, rule));
        if (!rule.Filled)
        {
            return template;
        }

        foreach (var name in unknown)
        {
            Log.Error(node.Line, $"`{path}`: {{{FileLog.Shown(name)}}} is no placeholder.{Nearest.Hint(name, Placeholders.All)}");
        }

        return template;
    }

    public string Plain(GuideNode node, string path, TextRule rule)
    {
        if (node is not GuideNode.Text { Value: var text })
        {
            Log.Error(node.Line, $"`{path}` is a text, and here stands a list or a mapping. Write one text.");
            return "";
        }

        if (text.Length == 0)
        {
            Log.Error(node.Line, $"`{path}` is empty. Write its text.");
        }

        if (!rule.Filled && text.AsSpan().ContainsAny('{', '}'))
        {
            Log.Error(node.Line, $"`{path}`: nothing is filled in here; say it without braces.");
        }

        Length(node.Line, path, rule, text);
        Grade(node.Line, path, rule, text);
        return text;
    }

    private void Length(int line, string path, TextRule rule, string text)
    {
        if (text.Length > rule.MostLetters)
        {
            Log.Error(line, $"`{path}` has {text.Length} characters. {rule.Name} has at most {rule.MostLetters}.");
        }

        if (!rule.Sentences && text.Contains('\n', StringComparison.Ordinal))
        {
            Log.Error(line, $"`{path}` has more than one line. {rule.Name} is one line.");
        }

        if (ReadingLevel.Words(text) is var words && words > rule.MostWords)
        {
            Log.Error(line, $"`{path}` has {words} words. {rule.Name} has at most {rule.MostWords}.");
        }
    }

    private void Grade(int line, string path, TextRule rule, string text)
    {
        if (!English || !rule.Sentences)
        {
            return;
        }

        var level = ReadingLevel.Of(text);
        if (level.Words >= FewestWordsForGrade && level.Grade > HighestGrade)
        {
            Log.Warn(line, string.Create(
                CultureInfo.InvariantCulture,
                $"`{path}` reads at grade {level.Grade:0.0}; aim for {HighestGrade:0.0} or below. Use shorter sentences and shorter words."));
        }
    }
}
