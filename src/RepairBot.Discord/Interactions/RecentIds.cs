namespace RepairBot.Discord.Interactions;

/// <summary>The last ids that came, so that what Discord delivers twice is dealt with once. May be used from many threads.</summary>
internal sealed class RecentIds(int kept = 4096)
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> known = [];
    private readonly Queue<ulong> order = new();

    /// <summary>True the first time.</summary>
    public bool IsNew(ulong id)
    {
        lock (gate)
        {
            if (!known.Add(id))
            {
                return false;
            }

            order.Enqueue(id);
            if (order.Count > kept)
            {
                known.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
