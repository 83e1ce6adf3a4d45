using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using RepairBot.Configuration;

namespace RepairBot.Tests.Configuration;

public sealed class BotSettingsTests
{
    private const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.a-very-secret-part-that-nobody-may-see";

    [Fact]
    public void Nothing_set_is_legal()
    {
        var settings = Read();

        Assert.Equal(Path.GetFullPath("data"), settings.Storage.DataDirectory);
        Assert.Equal(Composition.Stores[0], settings.Storage.Store);
        Assert.Equal(TimeSpan.FromDays(90), settings.Storage.Retention);
        Assert.Equal(Path.GetFullPath("keys"), settings.Keys.KeyDirectory);
        Assert.Equal(Path.GetFullPath("keys/master.key"), settings.Keys.MasterKeyFile);
        Assert.Equal("en", settings.Guides.DefaultLanguage);
        Assert.Equal(5080, settings.LocalChat.Address.Port);
        Assert.Null(settings.Discord.Token);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read(
            ("RepairBot:DataDirectory", "/srv/data"),
            ("RepairBot:Store", "sqlite"),
            ("RepairBot:Retention", "30.00:00:00"),
            ("RepairBot:KeyDirectory", "/srv/keys"),
            ("RepairBot:MasterKeyFile", "/run/master"),
            ("RepairBot:GuideDirectory", "/srv/guides"),
            ("RepairBot:HelpLinesFile", "/srv/lines.yaml"),
            ("RepairBot:DefaultLanguage", "es"),
            ("RepairBot:DefaultCountry", "de"),
            ("RepairBot:OperatorName", "Kim"),
            ("RepairBot:OperatorContact", "kim@example.org"),
            ("RepairBot:PrivacyUrl", "https://example.org/privacy"),
            ("RepairBot:HealthUrl", "http://127.0.0.1:8081"),
            ("LocalChat:Url", "http://localhost:6000"),
            ("Discord:GuildId", "123456789012345678"),
            ("Discord:AllowedGuilds:0", "123456789012345678"),
            ("Discord:AllowedGuilds:1", "223456789012345678"),
            ("Discord:ApiBaseUrl", "http://127.0.0.1:9000/"),
            ("Discord:GatewayUrl", "ws://127.0.0.1:9001/"));

        Assert.Equal(Path.GetFullPath("/srv/data"), settings.Storage.DataDirectory);
        Assert.Equal(StoreKind.Sqlite, settings.Storage.Store);
        Assert.Equal(TimeSpan.FromDays(30), settings.Storage.Retention);
        Assert.Equal(Path.GetFullPath("/run/master"), settings.Keys.MasterKeyFile);
        Assert.Equal("DE", settings.Guides.DefaultCountry);
        Assert.Equal("Kim", settings.Operator.Name);
        Assert.Equal(6000, settings.LocalChat.Address.Port);
        Assert.Equal(123456789012345678UL, settings.Discord.GuildId);
        Assert.Equal([123456789012345678UL, 223456789012345678UL], settings.Discord.AllowedGuilds.AsEnumerable());
        Assert.Equal(new Uri("ws://127.0.0.1:9001/"), settings.Discord.GatewayUrl);
    }

    [Fact]
    public void A_list_may_stand_in_one_line() =>
        Assert.Equal([123456789012345678UL, 223456789012345678UL], Read(("Discord:AllowedGuilds", "123456789012345678, 223456789012345678")).Discord.AllowedGuilds.AsEnumerable());

    [Fact]
    public void Empty_counts_as_not_set() => Assert.Equal(TimeSpan.FromDays(90), Read(("RepairBot:Retention", ""), ("Discord:Token", " ")).Storage.Retention);

    [Fact]
    public void All_mistakes_are_reported_at_once_each_with_its_key_and_what_is_legal()
    {
        var mistakes = Mistakes(
            ("RepairBot:Store", "Mongo"),
            ("RepairBot:Retention", "ninety days"),
            ("RepairBot:DefaultCountry", "Germany"),
            ("RepairBot:OperatorName", new string('x', 81)),
            ("RepairBot:PrivacyUrl", "privacy.html"),
            ("RepairBot:KeyDirectory", "data/keys"),
            ("LocalChat:Url", "http://0.0.0.0:5080"),
            ("Discord:GuildId", "general"),
            ("Discord:AllowedGuilds:0", "123456789012345678"),
            ("Discord:AllowedGuilds:1", "mine"));

        string[] keys =
        [
            "RepairBot:Store", "RepairBot:Retention", "RepairBot:KeyDirectory", "RepairBot:DefaultCountry", "RepairBot:OperatorName",
            "RepairBot:PrivacyUrl", "LocalChat:Url", "Discord:GuildId", "Discord:AllowedGuilds",
        ];
        Assert.Equal(keys.Order(StringComparer.Ordinal), mistakes.Select(mistake => mistake.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(mistakes, mistake => Assert.Contains(" must be ", mistake, StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake.Contains("\"Mongo\"", StringComparison.Ordinal) && mistake.Contains(nameof(StoreKind.Sqlite), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RepairBot:Stroe", "RepairBot:Store")]
    [InlineData("repairbot:datadir", "")]
    [InlineData("RepairBot:OperatorNmae", "RepairBot:OperatorName")]
    [InlineData("LocalChat:Uri", "LocalChat:Url")]
    [InlineData("Discord:GuildID:0", "")]
    [InlineData("Discord:Tokens", "Discord:Token")]
    [InlineData("RepairBot:Store:Kind", "")]
    public void A_key_nobody_knows_is_a_mistake_and_the_nearest_is_named(string key, string nearest)
    {
        var mistake = Assert.Single(Mistakes((key, "x")));

        Assert.StartsWith($"{key} is not a setting.", mistake, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(nearest.Length > 0 ? $"Did you mean `{nearest}`?" : "", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord:Token", "not-a-token-but-still-secret")]
    [InlineData("Discord:GuildId", Token)]
    [InlineData("Discord:Tokn", Token)]
    [InlineData("RepairBot:ConnectionString", "Host=db;Password=still-secret")]
    [InlineData("RepairBot:Store", Token)]
    [InlineData("RepairBot:HealthUrl", "ftp://user:still-secret@db")]
    public void No_mistake_repeats_a_secret(string key, string value)
    {
        var mistake = Assert.Single(Mistakes((key, value)));

        Assert.StartsWith(key, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", mistake.Replace("A secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RepairBot:Retention", "23:59:59")]
    [InlineData("RepairBot:Retention", "3650.00:00:01")]
    [InlineData("RepairBot:Retention", "-90.00:00:00")]
    [InlineData("RepairBot:DefaultCountry", "D1")]
    [InlineData("RepairBot:DefaultLanguage", "../en")]
    [InlineData("RepairBot:DefaultLanguage", "e")]
    [InlineData("RepairBot:OperatorName", "two\nlines")]
    [InlineData("RepairBot:DataDirectory", "a\0b")]
    [InlineData("RepairBot:Store", "1")]
    [InlineData("LocalChat:Url", "5080")]
    [InlineData("Discord:GuildId", "12345")]
    [InlineData("Discord:GatewayUrl", "http://127.0.0.1")]
    public void What_is_out_of_range_is_a_mistake(string key, string value) =>
        Assert.StartsWith(key, Assert.Single(Mistakes((key, value))), StringComparison.Ordinal);

    [Fact]
    public void Keys_inside_the_data_are_a_mistake_wherever_they_are() =>
        Assert.StartsWith("RepairBot:KeyDirectory", Assert.Single(Mistakes(("RepairBot:DataDirectory", "/srv"), ("RepairBot:KeyDirectory", "/srv/x/keys"))), StringComparison.Ordinal);

    private static BotSettings Read(params (string Key, string Value)[] settings) => BotSettings.Read(Configuration(settings));

    private static ImmutableArray<string> Mistakes(params (string Key, string Value)[] settings) =>
        Assert.Throws<SettingsException>(() => Read(settings)).Mistakes;

    private static IConfigurationRoot Configuration((string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
