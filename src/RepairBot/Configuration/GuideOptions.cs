namespace RepairBot.Configuration;

/// <summary>Where the words come from, and which are used for someone who has not chosen.</summary>
internal sealed record GuideOptions(string GuideDirectory, string HelpLinesFile, string DefaultLanguage, string? DefaultCountry)
{
    /// <summary>The folder that comes with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "guides");

    public static GuideOptions Read(SettingReader settings)
    {
        const string Language = "en";
        return new GuideOptions(
            settings.Path("RepairBot:GuideDirectory", Shipped, "the guides that come with the program", "What the bot says: one folder a language."),
            settings.Path(
                "RepairBot:HelpLinesFile", Path.Combine(Shipped, "help-lines.yaml"), "the help lines that come with the program", "Help lines by country."),
            settings.Text(
                "RepairBot:DefaultLanguage",
                "the name of a guide's folder, such as en",
                Language,
                text => text.Length is >= 2 and <= 12 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'),
                "The language for someone who has not chosen one.") ?? Language,
            settings.Text(
                "RepairBot:DefaultCountry",
                "a country's two letters (ISO 3166), such as DE",
                "",
                text => text.Length == 2 && text.All(char.IsAsciiLetter),
                "The country whose help lines are shown to someone who has not chosen one. Not set: the international directory.")?.ToUpperInvariant());
    }
}
