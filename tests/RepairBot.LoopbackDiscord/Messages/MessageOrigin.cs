using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>Through which door a message comes: the bot's own token, or an interaction's.</summary>
/// <param name="Interaction">The interaction; null for the bot's own messages.</param>
/// <param name="Ephemeral">Overrides the flag of the request, where the state was fixed earlier.</param>
internal sealed record MessageOrigin(Interaction? Interaction, bool? Ephemeral = null)
{
    private const MessageFlags OfAnyone = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsVoiceMessage | MessageFlags.IsComponentsV2;

    public static MessageOrigin Bot { get; } = new((Interaction?)null);

    /// <summary>The flags that take effect; the others are ignored, as EPHEMERAL is on a message of the bot's own.</summary>
    public MessageFlags Effective(MessageFlags asked)
    {
        var flags = asked & OfAnyone;
        var ephemeral = Interaction is not null && (Ephemeral ?? asked.HasFlag(MessageFlags.Ephemeral));
        return ephemeral ? flags | MessageFlags.Ephemeral : flags;
    }
}
