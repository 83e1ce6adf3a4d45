using RepairBot.Core.Chat;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Interactions;

namespace RepairBot.Discord.Texts;

/// <summary>Takes what people type, change and delete in their direct messages. A text that fails is taken up again: nothing typed is lost.</summary>
internal sealed class TextDesk(Turns turns, Lines lines, Outbox outbox, TimeProvider time)
{
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly RecentIds recent = new();
    private readonly DirectChannels channels = new();

    /// <summary>Notes where a person was met.</summary>
    public void Note(ulong channel, ulong user) => channels.Note(channel, user);

    /// <summary>Takes a message; returns at once. One that came before is left alone.</summary>
    public void Take(TypedText text)
    {
        channels.Note(text.Channel, text.User);
        if (!recent.IsNew(text.Id) || text.Words.IsBlank)
        {
            return;
        }

        var typed = turns.Typed(text.Id, text.Words);
        lines.Run(text.User, () => TakeAsync(text.User, text.Channel, typed));
    }

    /// <summary>Takes a change of a message; returns at once. A message the bot never took changes nothing.</summary>
    /// <param name="text">The message as it is now.</param>
    /// <param name="at">When it was changed.</param>
    public void Change(TypedText text, DateTimeOffset at)
    {
        var changed = turns.Retyped(text.Id, at, text.Words);
        lines.Run(text.User, () => TakeAsync(text.User, text.Channel, changed));
    }

    /// <summary>Takes the deletion of a message; returns at once.</summary>
    public void TakeBack(ulong message, ulong channel)
    {
        if (channels.UserOf(channel) is { } user)
        {
            var withdrawn = turns.Withdrawn(message);
            lines.Run(user, () => TakeAsync(user, channel, withdrawn));
        }
    }

    private async Task TakeAsync(ulong user, ulong channel, ChatEvent chatEvent)
    {
        var who = Origin.Identify(user);
        var answer = await turns.TakeAsync(who, chatEvent);
        for (var attempt = 0; answer is null && attempt < Again.Length; attempt++)
        {
            await Task.Delay(Again[attempt], time);
            answer = await turns.TakeAsync(who, chatEvent);
        }

        if (answer is { Result: TurnResult.Taken or TurnResult.Repeated })
        {
            outbox.Nudge(who, channel);
        }
    }
}
