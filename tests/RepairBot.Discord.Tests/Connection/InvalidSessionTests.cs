using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Gateway;

namespace RepairBot.Discord.Tests.Connection;

/// <summary>A gateway that never lets the bot in, for two minutes of real time: beside the other tests, since it only waits.</summary>
public sealed class InvalidSessionTests
{
    [Fact(Timeout = 200_000)]
    public async Task Two_minutes_of_invalid_sessions_begin_no_more_than_four()
    {
        await using var discord = await LoopbackServer.StartAsync();
        discord.Gateway.AnswerIdentify(new ScriptedAnswer.InvalidSession(IsResumable: false), int.MaxValue);
        await using var client = await GatewayClient.StartAsync(discord);
        await Task.Delay(TimeSpan.FromMinutes(2), TimeProvider.System);

        Assert.InRange(discord.Log.Identifies, 2, 4);
    }
}
