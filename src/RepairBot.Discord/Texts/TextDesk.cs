using System.Collections.Concurrent;
using RepairBot.Core.Chat;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Interactions;

namespace RepairBot.Discord.Texts;

/// <summary>Takes what people type, change and delete in their direct messages. A text that fails is taken up again: nothing typed is lost.</summary>
internal sealed class TextDesk(Turns turns, Lines lines, Outbox outbox, DirectChannels channels, TimeProvider time)
{
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    // Nobody reads a new question and answers it in less: what comes so soon after a text goes on with it.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);
    private const int MostRemembered = 10_000;

    private readonly RecentIds recent = new();
    private readonly ConcurrentDictionary<ulong, Burst> bursts = [];

    /// <summary>Notes where a person was met.</summary>
    public void Note(ulong channel, ulong user) => channels.Note(channel, user);

    /// <summary>Takes a message; returns at once. One that came before is left alone.</summary>
    public void Take(TypedText text)
    {
        channels.Note(text.Channel, text.User);
        if (!recent.IsNew(text.Id))
        {
            return;
        }

        var at = Snowflake.MadeAt(text.Id);
        var first = bursts.TryGetValue(text.User, out var burst) && at - burst.At <= Together ? burst.Seen : null;
        var seen = new TaskCompletionSource<long?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (bursts.Count >= MostRemembered)
        {
            bursts.Clear();
        }

        bursts[text.User] = new Burst(at, first ?? seen.Task);
        lines.Run(text.User, async () =>
        {
            var typed = turns.Typed(text.Id, text.Words, first is null ? null : await first);
            seen.SetResult(await TakeAsync(text.User, text.Channel, typed) is { Messages: [var mine, ..] } ? mine.Seq - 1 : null);
        });
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

    private async Task<TurnAnswer?> TakeAsync(ulong user, ulong channel, ChatEvent chatEvent)
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

        return answer;
    }

    /// <param name="At">When the last of its texts was sent.</param>
    /// <param name="Seen">The last sequence number that its first text can have seen; null when that is not known.</param>
    private sealed record Burst(DateTimeOffset At, Task<long?> Seen);
}
