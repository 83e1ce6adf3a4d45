using System.IO.Compression;
using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>
/// A data directory that an earlier version left behind, as after a kill, is read by this one. A new format adds a file beside the old ones:
/// with REPAIRBOT_WRITE_GOLDEN set to a directory, the current format's file is written there.
/// </summary>
public abstract class GoldenContract<THarness>
    where THarness : IEmbeddedHarness, new()
{
    private static readonly PersonId Ann = SomeRows.Person(1);
    private static readonly PersonId Ben = SomeRows.Person(2);
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 9, 0, 0, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    public async Task A_directory_of_every_format_so_far_is_read(int format)
    {
        using var harness = new THarness();
        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", NameOf(harness, format));
        await ZipFile.ExtractToDirectoryAsync(golden, harness.DataDirectory);
        for (var opening = 0; opening < 2; opening++)
        {
            await using var store = harness.Open();
            await AssertAsync(store);
        }
    }

    [Fact]
    public async Task The_current_format_holds_the_same_and_is_written_when_asked_for()
    {
        using var harness = new THarness();
        await using (var store = harness.Open())
        {
            await store.CommitAsync(SomeRows.Writing(Ann, 0, 0) with { Identity = SomeRows.Identity(1) }, CancellationToken.None);
            await store.CommitAsync(SomeRows.Saying(Ann, 1, seq: 1), CancellationToken.None);
            await store.CommitAsync(SomeRows.Reminding(Ben, 1, Due.AddDays(1)), CancellationToken.None);
        }

        await using (var store = harness.Open())
        {
            await store.CommitAsync(SomeRows.Writing(Ann, 0, 1), CancellationToken.None);
            await store.CommitAsync(SomeRows.Writing(Ann, long.MaxValue, 0), CancellationToken.None);
            await store.CommitAsync(SomeRows.Saying(Ben, 2, seq: 1), CancellationToken.None);
            await store.SettleAsync(Ann, new MessageId(1), 1, SomeRows.Payload(9), CancellationToken.None);
            await store.CommitAsync(SomeRows.Reminding(Ben, 1, Due), CancellationToken.None);
            await AssertAsync(store);
            if (Environment.GetEnvironmentVariable("REPAIRBOT_WRITE_GOLDEN") is { } target)
            {
                await WriteAsync(harness.DataDirectory, Path.Combine(target, NameOf(harness, format: 1)));
            }
        }
    }

    private static string NameOf(THarness harness, int format) => $"{harness.Kind}-{format}.golden";

    private static async Task AssertAsync(IStore store)
    {
        Assert.Equal(Ann, await store.FindPersonAsync(SomeRows.Identity(1), CancellationToken.None));
        var records = await store.LoadAllAsync(Ann, CancellationToken.None);
        Assert.Equal([(0, 2), (long.MaxValue, 1)], records.Select(row => (row.Record.Value, row.Version)));
        Assert.Equal(SomeRows.Payload(2), records[0].Payload.ToArray());

        var settled = Assert.Single(await store.LoadMessagesAsync(Ann, 0, 10, CancellationToken.None));
        Assert.Equal((1L, true, 1L), (settled.Seq, settled.Settled, settled.ReferenceSeq));
        Assert.Equal(SomeRows.Payload(9), settled.Reference.ToArray());
        Assert.Equal(SomeRows.Payload(1), settled.Payload.ToArray());
        Assert.Equal(Ben, Assert.Single(await store.UnsettledAsync(10, CancellationToken.None)).Person);

        var reminder = Assert.Single(await store.ClaimDueAsync(Due, TimeSpan.FromMinutes(1), 10, CancellationToken.None));
        Assert.Equal((Ben, Due), (reminder.Person, reminder.DueAt));
        Assert.Equal(SomeRows.Payload(1), reminder.Payload.ToArray());
    }

    private static async Task WriteAsync(string directory, string file)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        foreach (var path in Directory.GetFiles(directory).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await using var to = await zip.CreateEntry(Path.GetFileName(path)).OpenAsync();
            await from.CopyToAsync(to);
        }
    }
}
