using Microsoft.Extensions.Logging;
using RepairBot.Core.Storage;
using RepairBot.LiteDb.Engine;
using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

/// <summary>LiteDB's files fail under it: it is opened again from what is durable, and nobody loses anything acknowledged.</summary>
public sealed class EngineFailureTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly CountingLogger logger = new();
    private int writesUntilFailure = int.MaxValue;
    private int readsUntilFailure = int.MaxValue;
    private int failures;

    public void Dispose()
    {
        directory.Dispose();

        // What LiteDB left behind must not end the process when it is collected.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task A_write_that_fails_once_is_survived_without_anyone_noticing(int writesBefore)
    {
        await using var store = Open();
        await TakeTurnsAsync(store, 1, 5);
        Fail(after: writesBefore, times: 1);

        // Erasing a stranger visits LiteDB with all that is pending.
        await store.EraseAsync(SomeRows.Person(99), CancellationToken.None);
        await TakeTurnsAsync(store, 6, 10);

        Assert.Equal(1, logger.Reopened);
        await AssertAllAsync(store, 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_read_that_fails_once_is_survived_without_anyone_noticing(int readsBefore)
    {
        await using (var first = Open())
        {
            await TakeTurnsAsync(first, 1, 5);
        }

        await using var store = Open();
        FailReading(after: readsBefore);
        await TakeTurnsAsync(store, 6, 10);
        await store.EraseAsync(SomeRows.Person(99), CancellationToken.None);

        Assert.Equal(1, logger.Reopened);
        await AssertAllAsync(store, 10);
    }

    [Fact]
    public async Task While_the_files_cannot_be_written_commits_go_on_into_the_journal()
    {
        await using (var store = Open())
        {
            await TakeTurnsAsync(store, 1, 3);
            Fail(after: 0, times: int.MaxValue);
            var failure = await Assert.ThrowsAsync<StoreException>(
                async () => await store.EraseAsync(SomeRows.Person(99), CancellationToken.None));
            Assert.Equal(StoreFailure.Unavailable, failure.Failure);

            Fail(after: int.MaxValue, times: 0);
            await TakeTurnsAsync(store, 4, 6);
            await AssertAllAsync(store, 6);
            Fail(after: 0, times: int.MaxValue);
        }

        Fail(after: int.MaxValue, times: 0);
        await using var again = Open();
        await AssertAllAsync(again, 6);
    }

    [Fact]
    public async Task A_damaged_data_file_is_told_as_such_and_works_again_when_it_is_put_back()
    {
        await using (var store = Open())
        {
            await TakeTurnsAsync(store, 1, 5);
        }

        var file = directory.PathOf("data/" + Collections.DataName);
        var good = await File.ReadAllBytesAsync(file);
        var bad = (byte[])good.Clone();
        Array.Fill(bad, (byte)0x5A, 8192, bad.Length - 8192);
        await File.WriteAllBytesAsync(file, bad);
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = Open();
            await AssertAllAsync(store, 5);
        });

        Assert.Equal(StoreFailure.Damaged, failure.Failure);
        Assert.Contains("restore a backup", failure.Message, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(file, good);
        await using var again = Open();
        await AssertAllAsync(again, 5);
    }

    [Fact]
    public async Task A_lost_journal_is_not_taken_for_an_empty_one()
    {
        await using (var store = Open())
        {
            await TakeTurnsAsync(store, 1, 1);
        }

        File.Delete(directory.PathOf("data/repairbot.journal"));

        Assert.Equal(StoreFailure.Damaged, Assert.Throws<StoreException>(Open).Failure);
    }

    private LiteDbStore Open() => LiteDbStore.Open(
        directory.PathOf("data"), logger, (path, beforeShrinking) => new FailingStream(path, beforeShrinking, this));

    private void Fail(int after, int times) => (writesUntilFailure, failures) = (after, times);

    private void FailReading(int after) => (readsUntilFailure, failures) = (after, 1);

    private static async Task TakeTurnsAsync(LiteDbStore store, int first, int last)
    {
        for (var turn = first; turn <= last; turn++)
        {
            for (var person = 1; person <= CrashTurns.People; person++)
            {
                await CrashTurns.CommitAsync(store, person, turn - 1);
            }
        }
    }

    private static Task AssertAllAsync(LiteDbStore store, long turns) =>
        CrashTurns.AssertWholeAsync(store, Enumerable.Range(1, CrashTurns.People).ToDictionary(person => person, _ => turns));

    private sealed class FailingStream(string path, Action beforeShrinking, EngineFailureTests test) : EngineStream(path, beforeShrinking)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            test.readsUntilFailure = Count(test.readsUntilFailure);
            return base.Read(buffer, offset, count);
        }

        protected override void WriteThrough(byte[] buffer, int offset, int count)
        {
            test.writesUntilFailure = Count(test.writesUntilFailure);
            base.WriteThrough(buffer, offset, count);
        }

        private int Count(int left)
        {
            if (left > 0 || test.failures == 0)
            {
                return left - 1;
            }

            test.failures--;
            throw new IOException("The disk is gone for a moment.");
        }
    }

    private sealed class CountingLogger : ILogger
    {
        public int Reopened { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Reopened += eventId.Id == 2002 ? 1 : 0;
    }
}
