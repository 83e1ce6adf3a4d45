using System.Collections.Concurrent;

namespace RepairBot.Sql.Sqlite;

/// <summary>A few readers that are lent out; more callers wait their turn.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int Most = 4;

    private readonly SemaphoreSlim free = new(Most);
    private readonly ConcurrentBag<SqliteReader> idle = [];

    public async ValueTask<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            if (!idle.TryTake(out var reader))
            {
                reader = new SqliteReader(path);
            }

            try
            {
                return read(reader);
            }
            finally
            {
                idle.Add(reader);
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Does something while nobody reads.</summary>
    public async Task WhileIdleAsync(Func<Task> work)
    {
        var taken = 0;
        try
        {
            for (; taken < Most; taken++)
            {
                await free.WaitAsync();
            }

            await work();
        }
        finally
        {
            if (taken > 0)
            {
                free.Release(taken);
            }
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        free.Dispose();
    }
}
