using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RepairBot.Configuration;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.Verbs;

/// <summary>Tries everything a start needs and says, a line each, whether it holds.</summary>
internal static class CheckVerb
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settingArguments, TextWriter output, TimeProvider time)
    {
        var report = new Report(output);
        var settings = default(BotSettings);
        await report.LineAsync("configuration", () =>
        {
            settings = BotSettings.Read(ConfigurationSources.Read(settingArguments));
            return Task.FromResult("every setting is legal");
        });

        await report.LineAsync("clock", () => Task.FromResult(Clock(time)));
        if (settings is not null)
        {
            await report.LineAsync("guides", () => Task.FromResult(Guides(settings.Guides)));
            await report.LineAsync("help lines", () => Task.FromResult(HelpLines(settings.Guides)));

            // A store without its keys is not to be touched.
            if (await report.LineAsync("keys", () => Task.FromResult(Keys(settings, time))))
            {
                await report.LineAsync("store", () => StoreAsync(settings.Storage));
            }

            if (settings.Discord.Token is not null)
            {
                foreach (var (what, holds, says) in await Composition.CheckDiscordAsync(settings, time))
                {
                    await report.LineAsync(what, () => holds ? Task.FromResult(says) : throw new SettingsException([says]));
                }
            }
        }

        return report.AllHold ? 0 : Plainly.Failed;
    }

    // A machine whose clock lost its battery starts in the past; reminders would then be years late.
    private static string Clock(TimeProvider time)
    {
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(CheckVerb).Assembly.Location));
        var now = time.GetUtcNow();
        return now >= built
            ? now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : throw new SettingsException([$"The machine's clock says {now:yyyy-MM-dd}, and this program is from {built:yyyy-MM-dd}. Set the clock."]);
    }

    private static string Guides(GuideOptions options)
    {
        var shelf = GuideShelf.Load(options.GuideDirectory, options.DefaultLanguage);
        return $"{string.Join(", ", shelf.Languages)} in {options.GuideDirectory}";
    }

    private static string HelpLines(GuideOptions options)
    {
        var countries = BotServices.LoadHelpLines(options.HelpLinesFile).Countries.ToList();
        return options.DefaultCountry is null || countries.Contains(options.DefaultCountry)
            ? $"{countries.Count} countries in {options.HelpLinesFile}"
            : throw new SettingsException([$"RepairBot:DefaultCountry is {options.DefaultCountry}, and {options.HelpLinesFile} has no lines for it."]);
    }

    private static string Keys(BotSettings settings, TimeProvider time)
    {
        using var keys = KeyRing.Open(
            settings.Keys.KeyDirectory, settings.Keys.MasterKeyFile, StoreDirectory.HoldsData(settings.Storage.DataDirectory), time);
        return settings.Keys.KeyDirectory;
    }

    private static async Task<string> StoreAsync(StorageOptions storage)
    {
        await using var store = Composition.OpenStore(storage, NullLoggerFactory.Instance);
        await store.NextDueAsync(CancellationToken.None);
        return $"{storage.Store} in {storage.DataDirectory}";
    }

    private sealed class Report(TextWriter output)
    {
        public bool AllHold { get; private set; } = true;

        public async Task<bool> LineAsync(string what, Func<Task<string>> check)
        {
            try
            {
                await output.WriteLineAsync($"ok    {what,-14} {await check()}");
                return true;
            }
            catch (Exception e) when (Plainly.IsPlain(e))
            {
                AllHold = false;
                await output.WriteLineAsync($"FAIL  {what,-14} {e.Message}");
                return false;
            }
        }
    }
}
