using System.Collections.Immutable;

namespace RepairBot.Discord.Commands;

/// <summary>Ids of the registered commands by name, for clickable mentions; empty until they are known. May be used from many threads.</summary>
internal sealed class CommandIds
{
    private ImmutableDictionary<string, ulong> known = ImmutableDictionary<string, ulong>.Empty;

    /// <summary>What is known now.</summary>
    public ImmutableDictionary<string, ulong> Known => Volatile.Read(ref known);

    /// <summary>Takes what was registered.</summary>
    public void Learn(IEnumerable<KeyValuePair<string, ulong>> ids) => Volatile.Write(ref known, ids.ToImmutableDictionary());
}
