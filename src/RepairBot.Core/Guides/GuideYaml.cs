using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RepairBot.Core.Guides;

/// <summary>
/// Reads one file into nodes that know their lines. It reads the parser's events and not a ready tree, so that every double key is
/// reported (a ready tree gives up at the first), depth is bounded, and anchors, which can blow a small file up, stay out.
/// </summary>
internal sealed class GuideYaml
{
    /// <summary>A guide is five levels deep.</summary>
    private const int DeepestLevel = 10;

    private readonly FileLog log;
    private readonly Parser parser;

    private GuideYaml(string text, FileLog log) => (parser, this.log) = (new Parser(new StringReader(text)), log);

    /// <summary>The file's keys and values; null when it is no YAML or no mapping, which is noted.</summary>
    public static GuideNode.Map? Read(string text, FileLog log)
    {
        var yaml = new GuideYaml(text, log);
        try
        {
            return yaml.Document();
        }
        catch (YamlException e)
        {
            NotYaml(log, TabbedLine(text, e) ?? LineOf(e.Start), e.Message.TrimEnd('.'));
        }
        catch (InvalidOperationException)
        {
            // The scanner says this, and nothing more, of a line that starts further left than the bracket it stands in.
            NotYaml(log, LineOf(yaml.parser.Current?.End ?? Mark.Empty), "a `[` or `{` is open here, and the next line stands outside it");
        }

        return null;
    }

    // The parser names the line where the surrounding text starts; the tab may stand further down.
    private static int? TabbedLine(string text, YamlException e)
    {
        if (!e.Message.Contains(" tab ", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, Math.Clamp(LineOf(e.Start) - 1, 0, lines.Length), line => line.TrimStart(' ').StartsWith('\t'));
        return at < 0 ? null : at + 1;
    }

    private static void NotYaml(FileLog log, int line, string what) =>
        log.Error(line, $"This is not YAML: {what}. Look for a tab, a line that is indented too far, or a text with `: ` or ` #` in it "
            + "that needs quotation marks.");

    private GuideNode.Map? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            log.Error(0, "The file is empty.");
            return null;
        }

        var node = Node(1);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            log.Error(LineOf(parser.Current!.Start), "A second document starts here; a guide's file holds one. Remove the line `---`.");
        }

        if (node is GuideNode.Map map)
        {
            return map;
        }

        log.Error(node.Line, "The file is no mapping; it consists of lines such as `steps:` with what belongs to them indented below.");
        return null;
    }

    private GuideNode Node(int level)
    {
        var line = LineOf(parser.Current!.Start);
        if (level > DeepestLevel)
        {
            throw new YamlException(parser.Current.Start, parser.Current.End, "more levels than a guide has");
        }

        if (parser.TryConsume<AnchorAlias>(out _))
        {
            log.Error(line, "An alias (`*name`) stands here; write the text itself. If a text starts with `*`, put it in quotation marks.");
            return new GuideNode.Text(line, "?");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
        {
            log.Error(
                line,
                "An anchor (`&name`) or a type (`!name`) stands here; remove it. If a text starts with `&` or `!`, put it in quotation "
                    + "marks.");
        }

        return parser.TryConsume<MappingStart>(out _) ? Map(line, level)
            : parser.TryConsume<SequenceStart>(out _) ? List(line, level)
            : Text(parser.Consume<Scalar>());
    }

    private GuideNode.Map Map(int line, int level)
    {
        var entries = ImmutableArray.CreateBuilder<GuideNode.Entry>();
        var lines = new Dictionary<string, int>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = LineOf(parser.Current!.Start);
            var key = Node(level + 1) is GuideNode.Text text ? text.Value : null;
            var value = Node(level + 1);
            if (key is null)
            {
                log.Error(at, "A key is a single name.");
            }
            else if (!lines.TryAdd(key, at))
            {
                log.Error(at, $"`{FileLog.Shown(key)}` stands here a second time; the first is in line {lines[key]}. Keep one.");
            }
            else
            {
                entries.Add(new GuideNode.Entry(key, at, value));
            }
        }

        return new GuideNode.Map(line, entries.ToImmutable());
    }

    private GuideNode.List List(int line, int level)
    {
        var items = ImmutableArray.CreateBuilder<GuideNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(level + 1));
        }

        return new GuideNode.List(line, items.ToImmutable());
    }

    private static GuideNode.Text Text(Scalar scalar) =>
        new(LineOf(scalar.Start), scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" } ? "" : scalar.Value.Trim());

    private static int LineOf(Mark mark) => (int)mark.Line;
}
