using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>A bot that is connected to the Discord on loopback and acknowledges what people do there.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>Puts a message with a button into each of their direct messages.</summary>
    Task MeetAsync(IReadOnlyList<LoopbackUser> people);

    /// <summary>Sends a person a direct message that they did nothing for just now.</summary>
    Task PingAsync(LoopbackUser person);
}
