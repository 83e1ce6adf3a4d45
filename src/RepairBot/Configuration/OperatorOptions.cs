namespace RepairBot.Configuration;

/// <summary>Who hosts this bot, as people are told.</summary>
internal sealed record OperatorOptions(string? Name, string? Contact, Uri? PrivacyUrl)
{
    public static OperatorOptions Read(SettingReader settings) => new(
        settings.Text("RepairBot:OperatorName", longest: 80, "Who hosts the bot. People are told at the start and in `about`."),
        settings.Text("RepairBot:OperatorContact", longest: 200, "How to reach whoever hosts the bot."),
        settings.Url("RepairBot:PrivacyUrl", "A page about what is kept, shown in `about`.", "https", "http"));
}
