using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Configuration;
using RepairBot.Core.Storage;

namespace RepairBot.Verbs;

/// <summary>Copies a whole store into a file and back. Keys are never in it: without them the copy can't be read.</summary>
internal static class BackupVerbs
{
    public static async Task<int> BackupAsync(string file, IReadOnlyList<string> settingArguments, TextWriter output, CancellationToken cancellationToken)
    {
        var settings = BotSettings.Read(ConfigurationSources.Read(settingArguments));
        if (!StoreDirectory.HoldsData(settings.Storage.DataDirectory))
        {
            throw new StoreException(StoreFailure.Unavailable, $"There is nothing to back up: {settings.Storage.DataDirectory} holds no store.", inner: null);
        }

        await using var store = Composition.OpenStore(settings.Storage, NullLoggerFactory.Instance);
        await store.BackupAsync(Path.GetFullPath(file), cancellationToken);
        await output.WriteLineAsync($"Backed up to {Path.GetFullPath(file)}. The keys in {settings.Keys.KeyDirectory} are not in it; keep them apart from it.");
        return 0;
    }

    public static async Task<int> RestoreAsync(string file, IReadOnlyList<string> settingArguments, TextWriter output)
    {
        var settings = BotSettings.Read(ConfigurationSources.Read(settingArguments));
        Composition.RestoreStore(settings.Storage, Path.GetFullPath(file));
        await output.WriteLineAsync($"Restored into {settings.Storage.DataDirectory}. It can be read with the keys it was made with: {settings.Keys.KeyDirectory}.");
        return 0;
    }
}
