using System.Diagnostics;
using RepairBot.Testing;

namespace RepairBot.Tests.Scripts;

/// <summary>When the scripts may turn to the restricted flavour, and when they must not.</summary>
public sealed class FlavourTests
{
    private const string Project = "/src/RepairBot/RepairBot.csproj : ";
    private const string Tail = " No packages exist with this id in source(s): feed [/src/RepairBot.sln]";

    [SkippableTheory]
    [InlineData("error NU1101: Unable to find package Stateless." + Tail)]
    [InlineData("error NU1101: Unable to find package LiteDB." + Tail)]
    [InlineData("error NU1101: Unable to find package Discord.Net." + Tail)]
    [InlineData("error NU1101: Unable to find package Discord.Net.WebSocket." + Tail)]
    [InlineData("error NU1102: Unable to find package Stateless with version (>= 5.18.0)")]
    [InlineData("error NU1101: Unable to find package Stateless." + Tail, "error NU1101: Unable to find package LiteDB." + Tail)]
    public async Task Only_the_three_are_missing(params string[] lines) => Assert.Equal(0, await JudgeAsync(lines));

    [SkippableTheory]
    [InlineData("")]
    [InlineData("Restore complete")]
    [InlineData("error NU1101: Unable to find package YamlDotNet." + Tail)]
    [InlineData("error NU1101: Unable to find package LiteDBX." + Tail)]
    [InlineData("error NU1101: Unable to find package Stateless.Extra." + Tail)]
    [InlineData("error NU1301: Unable to load the service index for source feed")]
    [InlineData("error NU1103: Unable to find a stable package Stateless with version (>= 5.18.0)")]
    [InlineData("error MSB4025: The project file could not be loaded.")]
    [InlineData("error NU1101: Unable to find package Stateless." + Tail, "error NU1101: Unable to find package NodaTime." + Tail)]
    [InlineData("error NU1101: Unable to find package Stateless." + Tail, "error NU1301: Unable to load the service index for source feed")]
    public async Task Something_else_is_wrong(params string[] lines) => Assert.Equal(1, await JudgeAsync(lines));

    private static async Task<int> JudgeAsync(string[] lines)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows runs the PowerShell twin.");
        var output = string.Join('\n', lines.Select(line => Project + line));
        using var bash = Process.Start(new ProcessStartInfo(
            "bash", ["-c", "source scripts/flavour.sh && only_the_three_are_missing \"$1\"", "bash", output])
        {
            WorkingDirectory = Repository.Root,
        })!;
        await bash.WaitForExitAsync();
        return bash.ExitCode;
    }
}
