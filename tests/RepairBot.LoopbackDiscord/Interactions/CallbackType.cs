namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>Discord's types of an initial response.</summary>
public enum CallbackType
{
    Pong = 1,
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    AutocompleteResult = 8,
    Modal = 9,
}
