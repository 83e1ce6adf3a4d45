namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>The verb <c>discord</c> where there is no Discord.Net.</summary>
internal static class DiscordVerb
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        _ = options;
        await Console.Error.WriteLineAsync("This build has no Discord adapter, so there is nothing to measure: the package feed lacks Discord.Net.");
        return 1;
    }
}
