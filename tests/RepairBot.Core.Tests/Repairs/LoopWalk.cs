using RepairBot.Core.Chat;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Repairs;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Storage;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>
/// Random moves through the real loop over a store, everything sealed: events one by one and two at once, repeats, restarts, ends of the
/// program before and after a commit, a clock that moves, and what comes due. Says what is wrong, without a word of the person's.
/// </summary>
internal sealed class LoopWalk : IAsyncDisposable
{
    private const int Remembered = 8;

    private readonly RandomMoves moves;
    private readonly SteppedStore store = new(new InMemoryStore());
    private readonly Conversation chat;
    private readonly Dictionary<MessageId, long> acknowledged = [];
    private readonly List<(ChatEvent Event, TurnAnswer Answer)> lately = [];
    private List<(RepairId Repair, QuestionKey Key)> worded = [];
    private PersonId? person;
    private int events;

    public LoopWalk(int seed)
    {
        moves = new RandomMoves(seed);
        chat = new Conversation(store: store);
    }

    /// <summary>The name of the last thing done. Never a text.</summary>
    public string Did => moves.Did;

    /// <summary>How often the program ended in the middle of an event.</summary>
    public int Crashes { get; private set; }

    /// <summary>Events whose answer came twice.</summary>
    public int Repeats { get; private set; }

    /// <summary>Does one thing; what is wrong with its answer, or null.</summary>
    public async Task<string?> StepAsync() => moves.Throw(100) switch
    {
        < 74 => await TakeAsync(Next()),
        < 79 => await RepeatAsync(),
        < 83 => await TwoAtOnceAsync(),
        < 87 => await CrashAsync(Next(), before: moves.Throw(2) == 0),
        < 90 => Restart(),
        < 94 => MoveClock(),
        _ => await ServeAsync(),
    };

    /// <summary>Compares everything that is kept with everything that was acknowledged; what is wrong, or null.</summary>
    public async Task<string?> CheckAsync()
    {
        var feed = await chat.FeedAsync();
        await ForgetIfErasedAsync();
        if (await chat.StateAsync() is not var (_, head, repairs))
        {
            return feed.Count == 0 ? null : "messages of nobody";
        }

        foreach (var (id, seq) in acknowledged)
        {
            if (!feed.TryGetValue(id, out var message) || message.Seq < seq)
            {
                return "an acknowledged message is lost";
            }
        }

        var now = repairs.ToDictionary(repair => repair.Id, repair => repair.Answers.ToDictionary(answer => answer.Key));
        var lost = worded.FirstOrDefault(before => now.TryGetValue(before.Repair, out var answers) && answers.GetValueOrDefault(before.Key) is null or { Skipped: true });
        worded = [.. now.SelectMany(repair => repair.Value.Values.Where(answer => answer.AllWords().Length > 0).Select(answer => (repair.Key, answer.Key)))];
        if (lost != default)
        {
            return $"the words at {lost.Key.Step} are lost";
        }

        if (head.Focus is { } focus && repairs.All(repair => repair.Id != focus || repair.State != RepairState.Open))
        {
            return "nothing is open in focus";
        }

        return repairs.SelectMany(repair => Invariants.OfRepair(head, feed, repair).Select(wrong => $"{wrong} (repair at {repair.Now.Step}, {repair.Detour}, {repair.State})"))
            .FirstOrDefault();
    }

    /// <summary>There is a way on, and stopping works; what is wrong, or null.</summary>
    public async Task<string?> EndAsync()
    {
        await chat.CommandAsync("repair start");
        if (!chat.IsOpen)
        {
            return "no way on";
        }

        await chat.CommandAsync("repair resume");
        await chat.TypeAsync("stop");
        await chat.TypeAsync("stop.keep");
        return await chat.StateAsync() is (_, { Focus: null }, _) ? await CheckAsync() : "stopping does not stop";
    }

    public async ValueTask DisposeAsync()
    {
        await chat.DisposeAsync();
        await store.DisposeAsync();
    }

    // Seeds far apart, so that ids made from them never meet.
    private ChatEvent Next() => moves.Next([.. chat.Screen], chat.Seq, chat.NextKey(), unchecked((ulong)++events * 0xD1B54A32D192ED03));

    // An earlier message that was changed then, and again since, comes by the feed.
    private static IEnumerable<MessageId> NewIn(TurnAnswer answer) => answer.Messages.Where(message => message.First == message.Seq).Select(message => message.Id);

    private async Task<string?> TakeAsync(ChatEvent chatEvent)
    {
        var answer = await chat.HandleAsync(chatEvent);
        await ForgetIfErasedAsync();
        return Note(chatEvent, answer);
    }

    private string? Note(ChatEvent chatEvent, TurnAnswer answer)
    {
        if (answer.Result is not (TurnResult.Taken or TurnResult.Repeated))
        {
            return answer.Messages.IsEmpty ? null : "a refused event shows something";
        }

        foreach (var message in answer.Messages)
        {
            acknowledged[message.Id] = Math.Max(message.Seq, acknowledged.GetValueOrDefault(message.Id));
        }

        lately.Add((chatEvent, answer));
        if (lately.Count > Remembered)
        {
            lately.RemoveAt(0);
        }

        return answer.Messages.Where(message => message.From == Sender.Bot).SelectMany(Invariants.OfMessage).FirstOrDefault();
    }

    private async Task<string?> RepeatAsync()
    {
        if (lately.Count == 0 || await chat.StateAsync() is null)
        {
            return null;
        }

        moves.Did = "repeat an event";
        var (chatEvent, first) = lately[moves.Throw(lately.Count)];
        var seq = await SeqAsync();
        var again = await chat.HandleAsync(chatEvent);
        Repeats++;
        return again.Result != TurnResult.Repeated ? $"a repeat is {again.Result}"
            : await SeqAsync() != seq ? "a repeat makes a turn"
            : NewIn(first).Except(again.Messages.Select(message => message.Id)).Any() ? "a repeat does not get the first answer"
            : null;
    }

    private async Task<string?> TwoAtOnceAsync()
    {
        var (one, other) = (Next(), Next());
        var answers = await Task.WhenAll(chat.HandleAsync(one), chat.HandleAsync(other));
        moves.Did = $"two at once, the second: {moves.Did}";
        await ForgetIfErasedAsync();
        return Note(one, answers[0]) ?? Note(other, answers[1]);
    }

    // The program ends right before or after what it did was kept; started again, it is sent the same once more.
    private async Task<string?> CrashAsync(ChatEvent chatEvent, bool before)
    {
        moves.Did = $"crash {(before ? "before" : "after")} the commit of: {moves.Did}";
        var ended = await EndsAsync(() => chat.HandleAsync(chatEvent), before);
        if (!ended)
        {
            return null;
        }

        var answer = await chat.HandleAsync(chatEvent);
        return answer.Result == (before ? TurnResult.Taken : TurnResult.Repeated) ? Note(chatEvent, answer) : $"after a crash it is {answer.Result}";
    }

    private async Task<bool> EndsAsync(Func<Task> act, bool before)
    {
        var (crash, calm) = (new Func<Task>(() => throw new CrashException()), new Func<Task>(() => Task.CompletedTask));
        (store.BeforeCommit, store.AfterCommit) = before ? (crash, calm) : (calm, crash);
        try
        {
            await act();
            return false;
        }
        catch (CrashException)
        {
            Crashes++;
            return true;
        }
        finally
        {
            (store.BeforeCommit, store.AfterCommit) = (calm, calm);
            chat.Restart();
            await ForgetIfErasedAsync();
        }
    }

    private string? Restart()
    {
        moves.Did = "restart";
        chat.Restart();
        return null;
    }

    private string? MoveClock()
    {
        moves.Did = "move the clock";
        chat.Time.Advance(moves.Stretch());
        return null;
    }

    private async Task<string?> ServeAsync()
    {
        moves.Did = "serve what is due";
        if (moves.Throw(2) == 0 && await store.NextDueAsync(CancellationToken.None) is { } due && due > chat.Time.GetUtcNow())
        {
            chat.Time.Advance(due - chat.Time.GetUtcNow());
        }

        if (moves.Throw(4) == 0 && await EndsAsync(chat.ServeDueAsync, before: moves.Throw(2) == 0))
        {
            // What was claimed is free again when the lease is over.
            chat.Time.Advance(ReminderLoop.Lease + TimeSpan.FromSeconds(1));
        }

        await chat.ServeDueAsync();
        await ForgetIfErasedAsync();
        return null;
    }

    private async Task<long> SeqAsync() => await chat.StateAsync() is var (_, head, _) ? head.Seq : 0;

    // Whoever deletes everything is somebody new from then on.
    private async Task ForgetIfErasedAsync()
    {
        var known = (await chat.StateAsync())?.Id;
        if (known == person)
        {
            return;
        }

        person = known;
        acknowledged.Clear();
        lately.Clear();
        worded.Clear();
    }

    private sealed class CrashException : Exception;
}
