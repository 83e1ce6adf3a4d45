using System.Globalization;
using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;
using RepairBot.Discord.Wording;

namespace RepairBot.Discord.Rendering;

/// <summary>Messages as Discord shows them. Pure: the same message and context give the same result, and it never fails on what people wrote.</summary>
internal static class MessageRenderer
{
    /// <summary>Longest content of a bot's message, in characters.</summary>
    public const int LongestContent = 2000;

    // Room for the lines around the words: late, until, the number of the question.
    private const int Reserve = 400;

    /// <summary>Largest file Discord takes without anybody paying, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>One message whole; null for one that is to be gone: removed, or typed by the person and so on Discord already.</summary>
    public static MessageBody? Render(Message message, RenderContext context)
    {
        if (message.Removed || message.From == Sender.Person)
        {
            return null;
        }

        var words = Words.In(context.Language);
        var file = FileOf(message, words);
        return new MessageBody
        {
            Content = ContentOf(message, words, tooLarge: message.File is not null && file is null),
            Embeds = message.Card is { Lines.IsEmpty: false } card ? [CardEmbed.Of(card, words.LeftOut, line => Mention(line, message, context))] : [],
            Components = message.Actions.IsEmpty ? null : ActionRows.Of(message.Actions),
            File = file,
        };
    }

    private static string ContentOf(Message message, Words words, bool tooLarge)
    {
        var content = new StringBuilder();
        if (message.Late)
        {
            content.Append(Small).Append(words.Late).Append('\n');
        }

        content.Append(Markdown.Guided(message.Text.Reveal(), LongestContent - Reserve));
        if (message.Until is { } until)
        {
            var seconds = until.ToUnixTimeSeconds();
            content.Append('\n').AppendFormat(CultureInfo.InvariantCulture, words.Until, $"<t:{seconds}:t>", $"<t:{seconds}:R>");
        }

        if (tooLarge)
        {
            content.Append('\n').Append(words.FileTooLarge);
        }

        if (message is { Progress: { } progress, Actions.IsEmpty: false })
        {
            content.Append('\n').Append(Small).AppendFormat(CultureInfo.InvariantCulture, words.Progress, progress.At, progress.Of);
        }

        return string.IsNullOrWhiteSpace(content.ToString()) ? "…" : content.ToString();
    }

    // A file to keep comes before a picture: a message has one or the other.
    private static FileBody? FileOf(Message message, Words words)
    {
        if (message.File is { } file)
        {
            var content = Encoding.UTF8.GetBytes(file.Content.Reveal());
            return content.Length <= LargestFile ? new FileBody(file.Name, file.MediaType, content) : null;
        }

        return message.Pace is { } pace ? BreathingPicture.Of(pace, words) : null;
    }

    // Only the bot's own list of commands becomes clickable, not a person's words.
    private static string? Mention(string line, Message message, RenderContext context) =>
        message is { Kind: MessageKind.Note, Repair: null } && line is ['/', .. var name]
        && context.Commands.TryGetValue(name.Split(' ')[0], out var id)
            ? string.Create(CultureInfo.InvariantCulture, $"</{name}:{id}>")
            : null;

    private const string Small = "-# ";
}
