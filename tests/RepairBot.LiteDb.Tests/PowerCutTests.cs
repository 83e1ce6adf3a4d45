using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.LiteDb.Journaling;
using RepairBot.LiteDb.Rows;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

/// <summary>
/// The power goes: of what was not flushed, any sectors may be on the disk and any not. What was acknowledged is there all the same.
/// Images are put together from the files as they are before, in and after a checkpoint.
/// </summary>
public sealed class PowerCutTests : IAsyncLifetime, IDisposable
{
    private const int Sector = 4096;
    private const int Turns = 12;
    private const int Images = 40;

    private readonly TemporaryDirectory directory = new();
    private readonly Dictionary<int, long> acknowledged = [];

    private byte[] dataBefore = [];
    private byte[] dataAfter = [];
    private byte[] log = [];
    private byte[] journal = [];
    private byte[] journalInCheckpoint = [];

    public async Task InitializeAsync()
    {
        var original = directory.PathOf("original");
        await using (var store = LiteDbStore.Open(original, NullLogger<LiteDbStore>.Instance))
        {
            await TakeTurnsAsync(store);
        }

        // Half of the turns are in the data file by now; the other half is in the journal only.
        await using (var store = LiteDbStore.Open(original, NullLogger<LiteDbStore>.Instance))
        {
            await TakeTurnsAsync(store);
            Copy(original, directory.PathOf("running"));
        }

        StepThroughCheckpoint(directory.PathOf("running"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Before_a_checkpoint_the_log_may_hold_anything()
    {
        for (var seed = 1; seed <= Images; seed++)
        {
            await AssertRecoversAsync(dataBefore, Mixed(new byte[log.Length], log, seed), journal);
        }
    }

    [Fact]
    public async Task In_a_checkpoint_the_data_file_may_be_written_in_any_part()
    {
        for (var seed = 1; seed <= Images; seed++)
        {
            await AssertRecoversAsync(Mixed(dataBefore, dataAfter, seed), log, journalInCheckpoint);
        }
    }

    [Fact]
    public async Task After_the_copy_and_before_the_mark_the_log_may_be_there_or_not()
    {
        await AssertRecoversAsync(dataAfter, [], journalInCheckpoint);
        await AssertRecoversAsync(dataAfter, log, journalInCheckpoint);
    }

    [Fact]
    public async Task After_the_mark_the_old_journal_may_still_be_there()
    {
        Restore(dataAfter, [], journalInCheckpoint);
        var (ended, _) = Journal.Open(directory.PathOf("image/" + Journal.Name));
        ended.Append(new JournalEntry.CheckpointEnds());
        ended.Dispose();
        await AssertRecoversAsync(dataAfter, Mixed(log, new byte[log.Length], 7), File.ReadAllBytes(directory.PathOf("image/" + Journal.Name)));
    }

    [Fact]
    public async Task A_journal_torn_in_its_last_record_loses_only_what_was_never_acknowledged()
    {
        var (opened, entries) = Journal.Open(directory.PathOf("running/" + Journal.Name));
        opened.Dispose();
        var last = acknowledged.Last().Key;
        Assert.True(entries.Count > 1);
        acknowledged[last]--;
        for (var cut = 1; cut < 4000; cut += 397)
        {
            await AssertRecoversAsync(dataBefore, [], journal[..^cut]);
        }
    }

    private async Task TakeTurnsAsync(IStore store)
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var person = 1; person <= CrashTurns.People; person++)
            {
                await CrashTurns.CommitAsync(store, person, acknowledged.GetValueOrDefault(person));
                acknowledged[person] = acknowledged.GetValueOrDefault(person) + 1;
            }
        }
    }

    private void StepThroughCheckpoint(string running)
    {
        dataBefore = File.ReadAllBytes(Path.Combine(running, Collections.DataName));
        journal = File.ReadAllBytes(Path.Combine(running, Journal.Name));

        var opened = StoreDirectory.Open(running, "LiteDb", 1, Collections.DataName);
        using (var rows = JournaledRows.Open(opened, OpenStream))
        {
            rows.ApplyAll();
            log = ReadShared(Path.Combine(running, Collections.LogName));
            Assert.NotEmpty(log);
        }

        opened.Dispose();
        File.WriteAllBytes(directory.PathOf(Journal.Name), journal);
        var (marked, _) = Journal.Open(directory.PathOf(Journal.Name));
        marked.Append(new JournalEntry.CheckpointBegins());
        marked.Dispose();
        journalInCheckpoint = File.ReadAllBytes(directory.PathOf(Journal.Name));

        using (new Collections(Path.Combine(running, Collections.DataName), Path.Combine(running, Collections.LogName), OpenStream))
        {
            // Opening checkpoints what is in the log.
        }

        dataAfter = File.ReadAllBytes(Path.Combine(running, Collections.DataName));
        Assert.NotEqual(dataBefore, dataAfter);
    }

    private async Task AssertRecoversAsync(byte[] data, byte[] logged, byte[] journaled)
    {
        Restore(data, logged, journaled);
        for (var opening = 0; opening < 2; opening++)
        {
            await using var store = LiteDbStore.Open(directory.PathOf("image"), NullLogger<LiteDbStore>.Instance);
            await CrashTurns.AssertWholeAsync(store, acknowledged);
        }
    }

    private void Restore(byte[] data, byte[] logged, byte[] journaled)
    {
        var image = directory.PathOf("image");
        if (Directory.Exists(image))
        {
            Directory.Delete(image, recursive: true);
        }

        Directory.CreateDirectory(image);
        File.Copy(directory.PathOf("original/store.json"), Path.Combine(image, "store.json"));
        File.WriteAllBytes(Path.Combine(image, Collections.DataName), data);
        File.WriteAllBytes(Path.Combine(image, Collections.LogName), logged);
        File.WriteAllBytes(Path.Combine(image, Journal.Name), journaled);
    }

    // Sector by sector the one or the other; the length is that of the longer one or of the first.
    private static byte[] Mixed(byte[] before, byte[] after, int seed)
    {
        var random = new Random(seed);
        var image = new byte[random.Next(2) == 0 ? Math.Max(before.Length, after.Length) : before.Length];
        for (var at = 0; at < image.Length; at += Sector)
        {
            var source = random.Next(2) == 0 ? before : after;
            if (at < source.Length)
            {
                source.AsSpan(at, Math.Min(Sector, Math.Min(source.Length, image.Length) - at)).CopyTo(image.AsSpan(at));
            }
        }

        return image;
    }

    private static EngineStream OpenStream(string path, Action beforeShrinking) => new(path, beforeShrinking);

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(Path.Combine(to, Path.GetFileName(file)), ReadShared(file));
        }
    }
}
