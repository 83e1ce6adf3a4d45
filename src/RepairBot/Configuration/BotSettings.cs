using Microsoft.Extensions.Configuration;

namespace RepairBot.Configuration;

/// <summary>All settings, read once at the start.</summary>
internal sealed record BotSettings(
    StorageOptions Storage,
    KeyOptions Keys,
    GuideOptions Guides,
    OperatorOptions Operator,
    LocalChatOptions LocalChat,
    DiscordOptions Discord)
{
    private static readonly string[] Sections = ["RepairBot", "LocalChat", "Discord"];

    /// <summary>Every setting there is, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Declared
    {
        get
        {
            var settings = new SettingReader(new ConfigurationBuilder().Build());
            _ = Read(settings);
            return settings.Declared;
        }
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="SettingsException">Names every mistake there is.</exception>
    public static BotSettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = Read(reader);
        reader.RefuseUnknown(Sections);
        return reader.Mistakes.IsEmpty ? settings : throw new SettingsException(reader.Mistakes);
    }

    private static BotSettings Read(SettingReader settings)
    {
        var storage = StorageOptions.Read(settings);
        return new BotSettings(
            storage,
            KeyOptions.Read(settings, storage.DataDirectory),
            GuideOptions.Read(settings),
            OperatorOptions.Read(settings),
            LocalChatOptions.Read(settings),
            DiscordOptions.Read(settings));
    }
}
