namespace RepairBot.Configuration;

/// <summary>One setting as <c>docs/configuration.md</c> describes it; a test holds the page to it.</summary>
/// <param name="Key">Section and name, such as <c>RepairBot:Store</c>.</param>
/// <param name="Legal">What it may be, in words that follow "must be".</param>
/// <param name="Default">What it is when nobody sets it; empty when it is then absent.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Setting(string Key, string Legal, string Default, string Meaning);
