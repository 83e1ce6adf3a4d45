using RepairBot.Core.Chat;
using RepairBot.Core.Storage;
using Xunit;

namespace RepairBot.Testing.Storage;

/// <summary>
/// What every part of the contract stands on. A store's test project derives one class from each part; a store that passes them all
/// keeps the promises of <see cref="IStore"/>.
/// </summary>
/// <typeparam name="THarness">Opens the store under test.</typeparam>
public abstract class StoreContract<THarness> : IAsyncLifetime
    where THarness : IStoreHarness, new()
{
    /// <summary>One person, and another.</summary>
    protected static readonly PersonId Ann = SomeRows.Person(1);

    /// <summary>Somebody else.</summary>
    protected static readonly PersonId Ben = SomeRows.Person(2);

    /// <summary>Opens the store under test.</summary>
    protected THarness Harness { get; } = new();

    /// <summary>The store under test.</summary>
    protected IStore Store { get; private set; } = null!;

    /// <summary>Nobody cancels.</summary>
    protected static CancellationToken Never => CancellationToken.None;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Store = Harness.Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        Harness.Dispose();
    }

    /// <summary>As after a restart.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Harness.Open();
    }

    /// <summary>Commits and expects no conflict.</summary>
    protected async Task CommitAsync(Commit commit) => Assert.Equal(CommitResult.Committed, await Store.CommitAsync(commit, Never));

    /// <summary>Commits and expects a conflict.</summary>
    protected async Task ConflictAsync(Commit commit) => Assert.Equal(CommitResult.Conflict, await Store.CommitAsync(commit, Never));
}
