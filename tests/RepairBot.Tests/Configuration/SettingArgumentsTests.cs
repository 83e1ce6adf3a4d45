using RepairBot.Configuration;

namespace RepairBot.Tests.Configuration;

public sealed class SettingArgumentsTests
{
    [Fact]
    public void Settings_are_told_from_verbs_and_their_options()
    {
        var (settings, verb) = SettingArguments.Split(
            ["guides", "--LocalChat:Url", "http://127.0.0.1:1", "check", "here", "--RepairBot:Store=Sqlite", "--strict"]);

        Assert.Equal(["--LocalChat:Url=http://127.0.0.1:1", "--RepairBot:Store=Sqlite"], settings);
        Assert.Equal(["guides", "check", "here", "--strict"], verb);
    }

    [Fact]
    public void A_value_with_a_colon_does_not_make_an_option_a_setting()
    {
        var (settings, verb) = SettingArguments.Split(["evaluate", "--in=C:gold.jsonl"]);

        Assert.Empty(settings);
        Assert.Equal(["evaluate", "--in=C:gold.jsonl"], verb);
    }
}
