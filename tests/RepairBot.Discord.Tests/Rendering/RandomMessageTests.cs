using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using RepairBot.Core.Chat;
using RepairBot.Discord.Rendering;

namespace RepairBot.Discord.Tests.Rendering;

/// <summary>Whatever a message holds within what a message may hold, Discord takes it.</summary>
public sealed class RandomMessageTests
{
    private static readonly string[] Pieces =
        ["*", "**", "\\", "@everyone", "<@1>", "`", "\n", "\n# ", "1. ", "- ", " ", "\u200b", "👩‍👧", "\ud83d", "ж", "words ", "https://a_b.example/x ", "…"];

    private static readonly Gen<string> Words =
        from count in Gen.Choose(0, 900)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Concat(pieces);

    private static readonly Gen<ChatAction> Button =
        from number in Gen.Choose(0, 99999)
        from label in Words
        from style in Gen.Elements(Enum.GetValues<ActionStyle>())
        from role in Gen.Elements(Enum.GetValues<ActionRole>())
        select new ChatAction
        {
            Id = IdOf($"button-{number}"),
            Name = "button",
            Role = role,
            Kind = ActionKind.Button,
            Label = label,
            Style = style,
        };

    private static readonly Gen<ChatAction> List =
        from number in Gen.Choose(0, 99999)
        from label in Words
        from options in Gen.Choose(1, Layout.MostOptions)
        from most in Gen.Choose(1, options)
        select new ChatAction
        {
            Id = IdOf($"list-{number}"),
            Name = "list",
            Role = ActionRole.Forward,
            Kind = ActionKind.Select,
            Label = label,
            Options = [.. Enumerable.Range(0, options).Select(option => new ActionOption($"value-{option}", label))],
            Min = 1,
            Max = most,
        };

    private static readonly Gen<Message> Messages =
        from text in Words
        from title in Words
        from lines in Gen.ArrayOf(Gen.Two(Words))
        from buttons in Gen.ArrayOf(Button, 9)
        from lists in Gen.ArrayOf(List, 2)
        from late in Gen.Elements(true, false)
        from paced in Gen.Elements(true, false)
        select new Message
        {
            Id = new MessageId(1),
            Seq = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = MessageKind.Question,
            Text = new PrivateText(text),
            Card = Layout.Card(title, lines.Select(line => (line.Item1, line.Item2)), "More is kept."),
            Late = late,
            Pace = paced ? new Pace(4, 6) : null,
            Until = DateTimeOffset.UnixEpoch,
            Progress = new Progress(3, 12),
            Actions = [.. lists.Concat(buttons).DistinctBy(action => action.Id)],
        };

    [Fact]
    public void Every_message_fits() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Messages.ToArbitrary(), message => Limits.Hold(MessageRenderer.Render(message, RenderContext.Plain))));

    [Fact]
    public void A_card_that_escaping_makes_too_long_says_that_more_is_kept()
    {
        var card = Layout.Card("", [("You wrote", new string('*', Layout.LongestCard - 100))], "More is kept.");
        var message = new Message
        {
            Id = new MessageId(1),
            Seq = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = MessageKind.Note,
            Text = new PrivateText("Here."),
            Card = card,
        };

        var rendered = MessageRenderer.Render(message, RenderContext.Plain)!;

        Limits.Hold(rendered);
        Assert.Contains("mydata export", rendered.Embeds[0].Fields[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Removed_and_typed_messages_are_not_shown()
    {
        var message = new Message { Id = new MessageId(1), Seq = 1, At = DateTimeOffset.UnixEpoch, Kind = MessageKind.Note, Text = default, Removed = true };

        Assert.Null(MessageRenderer.Render(message, RenderContext.Plain));
        Assert.Null(MessageRenderer.Render(message with { Removed = false, From = Sender.Person }, RenderContext.Plain));
    }

    [Fact]
    public void The_list_of_commands_is_clickable_once_their_ids_are_known()
    {
        var help = new Message
        {
            Id = new MessageId(1),
            Seq = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = MessageKind.Note,
            Text = new PrivateText("Help."),
            Card = Layout.Card("", [("Words", "/about\n/repair start\n/unknown")], ""),
        };
        var ids = ImmutableDictionary<string, ulong>.Empty.Add("repair", 42).Add("about", 7);

        var rendered = MessageRenderer.Render(help, RenderContext.Plain with { Commands = ids })!;

        Assert.Equal("</about:7>\n</repair start:42>\n/unknown", rendered.Embeds[0].Fields[0].Value);
    }

    [Fact]
    public void The_breathing_picture_has_words_beside_it_and_its_end_in_the_readers_time()
    {
        var message = new Message
        {
            Id = new MessageId(1),
            Seq = 1,
            At = DateTimeOffset.UnixEpoch,
            Kind = MessageKind.Question,
            Text = new PrivateText("Breathe."),
            Pace = new Pace(4, 6),
            Until = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        };

        var rendered = MessageRenderer.Render(message, RenderContext.Plain)!;

        Assert.Equal("Breathe.\nUntil <t:1700000000:t> (<t:1700000000:R>).", rendered.Content);
        Assert.Contains("4 seconds", rendered.File!.Description, StringComparison.Ordinal);
        Assert.Equal("GIF89a"u8.ToArray(), rendered.File.Bytes[..6].ToArray());
        Assert.Null(MessageRenderer.Render(message with { Pace = new Pace(5, 7) }, RenderContext.Plain)!.File);
    }

    private static string IdOf(string name) => new ActionId(new MessageId(1), 1, "en", "impact", name).ToString();
}
