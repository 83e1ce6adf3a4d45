using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>
/// People who all do something in the same moment, and again as soon as each was acknowledged and a little time has passed; in turn a
/// command and a press.
/// </summary>
internal sealed class Crowd(LoopbackServer discord, IReadOnlyList<LoopbackUser> people)
{
    // So that the run lasts long enough for pings to go out beside it.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    // A little more than Discord waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    private readonly List<TimeSpan> took = [];

    /// <summary>From the dispatch of each interaction to the arrival of its first answer, by Discord's clock.</summary>
    public IReadOnlyList<TimeSpan> Took => took;

    /// <summary>How many were not answered in time.</summary>
    public int Missed { get; private set; }

    /// <summary>Lets them do so many things.</summary>
    public async Task ActAsync(int interactions)
    {
        for (var done = 0; done < interactions; done += people.Count)
        {
            var between = Task.Delay(Between, TimeProvider.System);
            var act = done / people.Count % 2 == 0 ? (Func<LoopbackUser, UserInteraction>)Ask : Press;
            var wave = people.Take(interactions - done).Select(act).ToList();
            await Task.WhenAll(wave.Select(EndedAsync));
            took.AddRange(wave.Select(one => one.AcknowledgedAfter).OfType<TimeSpan>());
            Missed += wave.Count(one => one.AcknowledgedAfter is null);
            await between;
        }
    }

    private static async Task EndedAsync(UserInteraction interaction)
    {
        try
        {
            await interaction.WaitForAcknowledgementAsync(Patience);
        }
        catch (TimeoutException)
        {
            // Counted as missed.
        }
    }

    private UserInteraction Ask(LoopbackUser person) => person.Run(discord.Guild, "repair status");

    private UserInteraction Press(LoopbackUser person)
    {
        try
        {
            var message = person.Sees.Last(shown => shown.Buttons.Any(button => !button.IsDisabled));
            return person.Press(message, message.Buttons.Last(button => !button.IsDisabled));
        }
        catch (Exception e) when (e is NotPossibleException or InvalidOperationException)
        {
            // The bot took the buttons away in this very moment; another question is on its way.
            return Ask(person);
        }
    }
}
