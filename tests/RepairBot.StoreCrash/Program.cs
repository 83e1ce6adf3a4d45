using RepairBot.StoreCrash;
using RepairBot.Testing.Storage;

// Commits turns of several people until it is killed, and prints each that was acknowledged: person, blank, version.
var store = CrashStores.Open(args[0], args[1]);
await using var output = Console.OpenStandardOutput();
var gate = new Lock();

await Task.WhenAll(Enumerable.Range(1, CrashTurns.People).Select(person => Task.Run(async () =>
{
    var version = await CrashTurns.ResumeAsync(store, person);
    while (true)
    {
        await CrashTurns.CommitAsync(store, person, version++);
        var line = System.Text.Encoding.ASCII.GetBytes($"{person} {version}\n");
        lock (gate)
        {
            output.Write(line);
            output.Flush();
        }
    }
})));
