using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Interactions;

/// <summary>Which initial response suits which interaction.</summary>
internal static class CallbackRules
{
    /// <exception cref="Rest.DiscordError">The type is none, or none for this interaction.</exception>
    public static CallbackType TypeOf(Form callback, Interaction interaction)
    {
        var type = callback.Integer("type", required: true);
        callback.Errors.ThrowIfAny();
        if (!Enum.IsDefined((CallbackType)type!))
        {
            throw FormErrors.Single("type", "BASE_TYPE_CHOICES", "Value must be one of (1, 4, 5, 6, 7, 8, 9).");
        }

        return Suits((CallbackType)type, interaction)
            ? (CallbackType)type
            : throw FormErrors.Single("type", "INTERACTION_CALLBACK_TYPE_INVALID", $"An interaction of type {(int)interaction.Type} has no response of type {type}.");
    }

    /// <summary>Whether a deferred message is to be ephemeral; no other flag may be set on it.</summary>
    public static bool IsEphemeral(Form callback, Form? data)
    {
        var flags = (MessageFlags)(data?.Integer("flags") ?? 0);
        if ((flags & ~MessageFlags.Ephemeral) != MessageFlags.None)
        {
            data!.Value.Wrong("flags", "MESSAGE_FLAGS_INVALID", "Only EPHEMERAL can be set on a deferred response.");
        }

        callback.Errors.ThrowIfAny();
        return flags.HasFlag(MessageFlags.Ephemeral);
    }

    public static JsonObject Modal(Form callback, Form? data)
    {
        if (data is not { } modal)
        {
            throw FormErrors.Single("data", "BASE_TYPE_REQUIRED", "This field is required");
        }

        ModalRules.Check(modal);
        callback.Errors.ThrowIfAny();
        return (JsonObject)modal.Json.DeepClone();
    }

    public static void CheckChoices(Form callback, Form? data)
    {
        foreach (var choice in data?.List("choices", max: 25, required: true) ?? [])
        {
            choice.Text("name", max: 100, min: 1, required: true);
        }

        callback.Errors.ThrowIfAny();
    }

    private static bool Suits(CallbackType callback, Interaction interaction) => interaction.Type switch
    {
        InteractionType.Ping => callback is CallbackType.Pong,
        InteractionType.Autocomplete => callback is CallbackType.AutocompleteResult,
        InteractionType.ApplicationCommand => callback is CallbackType.Message or CallbackType.DeferredMessage or CallbackType.Modal,
        InteractionType.MessageComponent => callback is not CallbackType.Pong and not CallbackType.AutocompleteResult,
        InteractionType.ModalSubmit => callback is CallbackType.Message or CallbackType.DeferredMessage
            || (callback is CallbackType.DeferredUpdate or CallbackType.UpdateMessage && interaction.Source is not null),
    };
}
