using RepairBot.Core.Guides;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Repairs;

/// <summary>What a turn reads with: fixed rules and reviewed data, made once, safe to share.</summary>
/// <param name="Screen">Reads every text first.</param>
/// <param name="HelpLines">By country.</param>
/// <param name="Guides">By language.</param>
/// <param name="Operator">Who runs this server.</param>
public sealed record Readers(Screen Screen, HelpLines HelpLines, GuideShelf Guides, Operator Operator);

/// <summary>Who runs this server, as its people are told.</summary>
/// <param name="Name">A name; empty when the operator gave none.</param>
/// <param name="Contact">How to reach them; empty when the operator gave none.</param>
/// <param name="PrivacyUrl">Where their privacy page is; empty when there is none.</param>
/// <param name="DefaultCountry">Two letters for help lines; null when unknown.</param>
/// <param name="DefaultLanguage">A guide's language.</param>
/// <param name="Retention">How long data is kept after the last activity. Default 90 days.</param>
public sealed record Operator(
    string Name, string Contact, string PrivacyUrl, string? DefaultCountry, string DefaultLanguage, TimeSpan Retention);
