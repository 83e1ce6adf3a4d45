using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Texts;

/// <summary>Takes up what people typed while the program was off: reads each known channel from the person's last event on.</summary>
internal sealed class MissedTexts(DiscordRest rest, OutgoingMessages outgoing, KnownPeople people, TextDesk desk, ILogger<MissedTexts> log)
{
    private const int Page = 100;
    private const int MostPages = 20;
    private const int MostTries = 3;
    private const int AtOnce = 16;
    private static readonly TimeSpan Call = TimeSpan.FromSeconds(15);

    // What came just before the last event, and clocks that differ; a text that was taken already changes nothing.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>Reads everybody's.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken) => await Parallel.ForEachAsync(
        await people.ReadAsync(cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (person, stop) => await ReadAsync(person, stop));

    private async Task ReadAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (await outgoing.RecipientAsync(person, cancellationToken) is { } recipient
            && DiscordAddress.Read(recipient.Notes).Channel is { } channel
            && ulong.TryParse(recipient.Address, NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            desk.Note(channel, user);
            await ReadAsync(channel, user, Snowflake.Before(recipient.LastAt - Overlap), cancellationToken);
        }
    }

    private async Task ReadAsync(ulong channel, ulong user, ulong after, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            if (await ReadPageAsync(channel, after, cancellationToken) is not { Count: > 0 } read)
            {
                return;
            }

            // Discord gives a page newest first.
            foreach (var (text, author) in read.OrderBy(message => message.Text.Id))
            {
                after = Math.Max(after, text.Id);
                if (author == user)
                {
                    desk.Take(text with { User = user });
                }
            }

            if (read.Count < Page)
            {
                return;
            }
        }
    }

    private async Task<List<(TypedText Text, ulong Author)>?> ReadPageAsync(ulong channel, ulong after, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            switch (await rest.SendAsync(Route.ReadMessages(channel, after), content: null, Call, cancellationToken))
            {
                case RestAnswer.Done done:
                    using (var json = JsonDocument.Parse(done.Body))
                    {
                        return [.. json.RootElement.EnumerateArray().Select(message => Read(channel, message))];
                    }

                case RestAnswer.Refused:
                    return null;
            }
        }

        log.TextsNotRead();
        return null;
    }

    private static (TypedText Text, ulong Author) Read(ulong channel, JsonElement message)
    {
        var author = IdOf(message.GetProperty("author"));
        return (new TypedText(IdOf(message), channel, author, new PrivateText(message.GetProperty("content").GetString() ?? "")), author);
    }

    private static ulong IdOf(JsonElement json) => ulong.Parse(json.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
}
