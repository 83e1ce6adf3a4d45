namespace RepairBot.Benchmarks.Stores;

/// <summary>Something that takes turns.</summary>
internal interface ITurnTarget : IAsyncDisposable
{
    /// <summary>Takes one turn of one person; completes when it is on the disk.</summary>
    Task TurnAsync(int person);
}
