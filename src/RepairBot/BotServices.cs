using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RepairBot.Configuration;
using RepairBot.Core.CheckIns;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Core.Screening;
using RepairBot.Core.Storage;

namespace RepairBot;

/// <summary>What every platform needs: keys, a store, and the conversation. A host adds its clock and its <see cref="DeliveringPlatforms"/>.</summary>
internal static class BotServices
{
    /// <summary>Declares them; <see cref="Open"/> brings them up.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(provider => KeyRing.Open(
            settings.Keys.KeyDirectory,
            settings.Keys.MasterKeyFile,
            StoreDirectory.HoldsData(settings.Storage.DataDirectory),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => Composition.OpenStore(settings.Storage, provider.GetRequiredService<ILoggerFactory>()))
        .AddSingleton(_ => GuideShelf.Load(settings.Guides.GuideDirectory, settings.Guides.DefaultLanguage))
        .AddSingleton(_ => LoadHelpLines(settings.Guides.HelpLinesFile))
        .AddSingleton<Screen>()
        .AddSingleton(OperatorOf(settings))
        .AddSingleton<Readers>()
        .AddSingleton<Turn>()
        .AddSingleton<TurnLoop>()
        .AddSingleton<ReminderLoop>();

    /// <summary>Brings up what can fail, in the order that keeps data and keys together: a store without its keys is never opened.</summary>
    public static void Open(IServiceProvider services)
    {
        _ = services.GetRequiredService<GuideShelf>();
        _ = services.GetRequiredService<HelpLines>();
        _ = services.GetRequiredService<KeyRing>();
        _ = services.GetRequiredService<IStore>();
        _ = services.GetRequiredService<TurnLoop>();
    }

    private static Operator OperatorOf(BotSettings settings) => new(
        settings.Operator.Name ?? "",
        settings.Operator.Contact ?? "",
        settings.Operator.PrivacyUrl?.ToString() ?? "",
        settings.Guides.DefaultCountry,
        settings.Guides.DefaultLanguage,
        settings.Storage.Retention);

    /// <summary>The help lines, whole or not at all.</summary>
    /// <exception cref="SettingsException">The file has a problem; every one is named.</exception>
    public static HelpLines LoadHelpLines(string file) => HelpLinesFile.Load(file) switch
    {
        HelpLinesReading.Usable usable => usable.Lines,
        HelpLinesReading.Refused refused => throw new SettingsException([.. refused.Problems.Select(problem => problem.ToString())]),
        _ => throw new UnreachableException(),
    };
}
