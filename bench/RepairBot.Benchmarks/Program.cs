using System.Globalization;
using RepairBot.Benchmarks;
using RepairBot.Benchmarks.Acknowledging;
using RepairBot.Benchmarks.Memory;
using RepairBot.Benchmarks.Reading;
using RepairBot.Benchmarks.Stores;
using RepairBot.Benchmarks.Turns;

// Measures in verbs; without one it says which there are. docs/evaluation.md holds what was measured.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var arguments = args.Skip(1).ToArray();
switch (args.FirstOrDefault())
{
    case "stores":
        await StoreThroughput.RunAsync(BenchOptions.Parse(arguments));
        return 0;
    case "reminders":
        await ReminderClaims.RunAsync(BenchOptions.Parse(arguments));
        return 0;
    case ReminderClaims.RoundVerb:
        await ReminderClaims.RunRoundAsync(arguments);
        return 0;
    case "reading":
        ReadingCost.Run();
        return 0;
    case "sealing":
        SealingCost.Run();
        return 0;
    case "memory":
        await IdleMemory.RunAsync(BenchOptions.Parse(arguments));
        return 0;
    case "discord":
        return await DiscordVerb.RunAsync(BenchOptions.Parse(arguments));
    case "turn":
        TurnCost.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            RepairBot.Benchmarks VERB
              stores     durable turns a second of each store beside grouped append + flush
                         [--rounds 5] [--seconds 2] [--people 1,16,256] [--only NAME] [--directory PATH]
              reminders  claiming what is due with few and with many pending
                         [--rounds 5] [--pending 1000,1000000] [--only NAME] [--directory PATH]
              memory     what the program keeps resident after its start, after turns over HTTP, and idle again
                         [--turns 300] [--people 1] [--idle 60] [--only STORE]
              discord    how soon an interaction is acknowledged while pings go out, beside Discord.Net's own way
                         [--rounds 3] [--interactions 2000] [--only NAME] [--directory PATH]
              turn       one turn of a full repair, alone and with its records opened and sealed
              reading    a usual draft, and ten thousand characters of what is worst for the readers of words
              sealing    one payload sealed and opened
            """);
        return 2;
}
