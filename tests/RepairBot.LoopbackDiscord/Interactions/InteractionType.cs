namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>Discord's interaction types.</summary>
public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
