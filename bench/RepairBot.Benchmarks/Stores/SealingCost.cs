using System.Diagnostics;
using System.Text;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.Benchmarks.Stores;

/// <summary>The verb <c>sealing</c>: a payload of 2 KB and one of 16 KB, sealed and opened; keys are cached as they are for somebody who talks.</summary>
internal static class SealingCost
{
    private const int Times = 20_000;

    public static void Run()
    {
        var directory = Directory.CreateTempSubdirectory("repairbot-bench-");
        try
        {
            using var keys = KeyRing.Open(
                Path.Combine(directory.FullName, "keys"), Path.Combine(directory.FullName, "key"), dataExists: false, TimeProvider.System);
            Console.WriteLine("| payload | seal µs | open µs | sealed bytes | allocated bytes |");
            Console.WriteLine("|---|---|---|---|---|");
            Measure(new Sealer(keys), 2048);
            Measure(new Sealer(keys), 16 * 1024);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void Measure(Sealer sealer, int length)
    {
        var words = new StringBuilder();
        for (var i = 0; words.Length < length; i++)
        {
            words.Append("{\"step\":\"impact\",\"turn\":").Append(i * 7919 % 1000).Append(",\"text\":\"I did not call when I said I would.\"},");
        }

        ReadOnlyMemory<byte> clear = Encoding.UTF8.GetBytes(words.ToString(0, length));
        var seal = Seal.OfRecord(new PersonId(new Guid(1, 0, 0, new byte[8])), RecordId.Head, 1);
        var payload = sealer.Seal(seal, clear);
        for (var i = 0; i < Times; i++)
        {
            sealer.Open(seal, sealer.Seal(seal, clear));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var sealing = Time(() => sealer.Seal(seal, clear));
        var opening = Time(() => sealer.Open(seal, payload));
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Times;
        Console.WriteLine($"| {length:N0} | {sealing:0.00} | {opening:0.00} | {payload.Length:N0} | {allocated:N0} |");
    }

    private static double Time(Func<ReadOnlyMemory<byte>> work)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        return clock.Elapsed.TotalMicroseconds / Times;
    }
}
