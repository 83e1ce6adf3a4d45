using RepairBot.Core.Chat;

namespace RepairBot.Discord.Texts;

/// <summary>A message that a person typed to the bot.</summary>
/// <param name="Id">Discord's id of it.</param>
/// <param name="Channel">Their direct message channel.</param>
/// <param name="User">Who.</param>
/// <param name="Words">What; blank for a picture alone, which is met like an empty answer.</param>
internal sealed record TypedText(ulong Id, ulong Channel, ulong User, PrivateText Words);
