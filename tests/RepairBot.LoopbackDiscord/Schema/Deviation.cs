using System.Text.RegularExpressions;

namespace RepairBot.LoopbackDiscord.Schema;

/// <summary>A known difference between Discord's description and what Discord, or an honest client, does.</summary>
/// <param name="Text">Matches <see cref="Violation.ToString"/>.</param>
/// <param name="Reason">Why it is no mistake.</param>
public sealed record Deviation(string Text, string Reason)
{
    /// <summary>Every one that is known. Nothing else is passed over.</summary>
    public static IReadOnlyList<Deviation> Known { get; } =
    [
        new(
            "^request (POST|PATCH) .* /(data/)?components/.*/(channel_types|default_values): is not in the description$",
            "Discord.Net writes every field of a select menu whatever its kind; Discord ignores those of other kinds."),
        new(
            "^request (PUT|POST|PATCH) /applications/.*/(options/[0-9]+/)+autocomplete: is not in the description$",
            "Discord.Net writes autocomplete on every option, subcommands too; Discord ignores it there."),
        new(
            "^answer [A-Z]+ [^ ]+ /errors(/[^ ]*)?: ",
            "The description has numbers for the codes of errors by field; the documentation and Discord have names such as BASE_TYPE_REQUIRED."),
        new(
            "^answer .* /: lacks code$",
            "The error code is absent from a 429 by the documented example and in life; the description asks for it."),
    ];

    internal bool Covers(Violation violation) =>
        Regex.IsMatch(violation.ToString(), Text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
