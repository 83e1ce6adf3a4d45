using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Core.Delivery;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Wording;

namespace RepairBot.Discord.Interactions;

/// <summary>
/// What a person sees after a turn: direct messages as a rule, or, where these are closed, the same messages right here for them alone.
/// </summary>
internal sealed class Replying(Alone alone, Outbox outbox, Reach reach, OutgoingMessages outgoing, MessageView view)
{
    // Far more than a delivery takes, and well within the time an interaction can be answered.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>After a command.</summary>
    public async Task AfterCommandAsync(Origin origin, TurnAnswer? answer)
    {
        var words = Words.In(origin.Locale);
        if (SentenceOf(answer, words) is { } sentence)
        {
            await alone.AnswerAsync(origin, sentence);
            return;
        }

        switch (await DeliverAsync(origin))
        {
            case DmState.Closed when origin.Guild is not null:
                var isNews = await reach.IsNewsAsync(origin.Who, CancellationToken.None);
                await alone.AnswerAsync(origin, isNews ? words.DirectMessagesClosed : words.StillHere);
                await ShowWaitingAsync(origin);
                break;
            case DmState.Open when origin.Guild is null:
                await alone.TakeBackAsync(origin);
                break;
            case DmState.Open:
                await alone.AnswerAsync(origin, string.Format(CultureInfo.InvariantCulture, words.GoOnInDirectMessages, await LinkAsync(origin.Who)));
                break;
            default:
                await alone.AnswerAsync(origin, words.OnItsWay);
                break;
        }
    }

    /// <summary>After a press, a choice or a form.</summary>
    /// <param name="origin">Who, and where.</param>
    /// <param name="pressed">The message that carried it.</param>
    /// <param name="answer">How the turn ended; null when it failed.</param>
    public async Task AfterPressAsync(Origin origin, MessageId pressed, TurnAnswer? answer)
    {
        var words = Words.In(origin.Locale);
        if (SentenceOf(answer, words) is { } sentence)
        {
            await alone.SayAsync(origin, sentence);
            return;
        }

        if (origin.Guild is not null)
        {
            alone.NotePressed(origin, pressed);
        }

        if (answer!.Farewell is { } farewell)
        {
            await SayFarewellAsync(origin, answer, farewell);
        }
        else if (origin.DirectChannel is { } channel)
        {
            outbox.Nudge(origin.Who, channel);
        }
        else if (await reach.StateAsync(origin.Who, CancellationToken.None) == DmState.Closed)
        {
            await ShowWaitingAsync(origin);
        }
        else
        {
            await alone.SayAsync(origin, string.Format(CultureInfo.InvariantCulture, words.GoOnInDirectMessages, await LinkAsync(origin.Who)));
        }
    }

    private async Task<DmState> DeliverAsync(Origin origin)
    {
        if (origin.DirectChannel is { } channel && await outgoing.FindAsync(origin.Who, CancellationToken.None) is { } person)
        {
            await reach.NoteOpenAsync(person, channel, CancellationToken.None);
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await outbox.DeliverAsync(origin.Who, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return DmState.Unknown;
        }
    }

    // Everything that waits, older pings included: so they come with the next command.
    private async Task ShowWaitingAsync(Origin origin)
    {
        if (await outgoing.FindAsync(origin.Who, CancellationToken.None) is not { } person
            || await outgoing.RecipientAsync(person, CancellationToken.None) is not { } recipient)
        {
            return;
        }

        foreach (var message in await reach.WaitingAsync(origin.Who, CancellationToken.None))
        {
            if (!await alone.ShowAsync(origin, message, view(message, recipient)))
            {
                return;
            }

            await reach.ShownAsync(origin.Who, [message], CancellationToken.None);
        }
    }

    // The last words leave no trace where they were pressed; only when that fails are they sent as a direct message.
    private async Task SayFarewellAsync(Origin origin, TurnAnswer answer, PersonId farewell)
    {
        var nobody = new Recipient(farewell, Origin.Platform, origin.Who.Id, Language: origin.Locale, Notes: default);
        var isSaid = false;
        foreach (var message in answer.Messages.Where(message => message.From == Sender.Bot))
        {
            isSaid = await alone.ShowAsync(origin, message, view(message, nobody)) && !message.Removed;
        }

        if (isSaid)
        {
            await outgoing.Farewells.SaidAsync(farewell, CancellationToken.None);
        }

        outbox.Nudge(farewell);
    }

    private async Task<string> LinkAsync(PlatformIdentity who) =>
        await outgoing.FindAsync(who, CancellationToken.None) is { } person
        && await outgoing.RecipientAsync(person, CancellationToken.None) is { } recipient
        && DiscordAddress.Read(recipient.Notes).Channel is { } channel
            ? string.Create(CultureInfo.InvariantCulture, $"https://discord.com/channels/@me/{channel}")
            : "https://discord.com/channels/@me";

    // Null when the turn was taken and its messages say everything.
    private static string? SentenceOf(TurnAnswer? answer, Words words) => answer switch
    {
        null => words.Failed,
        { Result: TurnResult.Taken or TurnResult.Repeated } => null,
        { Detail: { } detail } => detail,
        { Result: TurnResult.Stale } => words.MovedOn,
        { Result: TurnResult.UnknownCommand } => words.UnknownCommand,
        { Result: TurnResult.Refused } => words.DoesNotFit,
        _ => words.NotYours,
    };
}
