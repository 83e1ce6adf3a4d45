using RepairBot.Discord.Tests.Harness;

namespace RepairBot.Discord.Tests.Delivery;

/// <summary>Whoever writes in the direct messages is answered there: opening a channel, which is slow, is for those who never were in it.</summary>
public sealed class NewcomersTests
{
    [Fact(Timeout = 60_000)]
    public async Task People_who_begin_in_their_direct_messages_do_not_wait_for_one_another()
    {
        await using var bot = await DiscordBot.StartAsync();
        var people = Enumerable.Range(0, 12).Select(number => bot.Discord.AddUser($"person-{number}")).ToList();
        foreach (var person in people)
        {
            person.RunInDirect("repair start");
        }

        await Task.WhenAll(people.Select(person => person.WaitForAsync(message => message.Buttons.Any())));
        Assert.DoesNotContain(bot.Discord.Log.Requests, request => request.Route == "/users/@me/channels");
    }
}
