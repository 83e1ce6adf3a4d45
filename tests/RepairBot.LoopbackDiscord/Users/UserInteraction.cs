using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Users;

/// <summary>What a person sees of something they did.</summary>
public enum InteractionState
{
    /// <summary>Nothing came yet, and there is still time.</summary>
    Waiting,

    /// <summary>The bot answered or deferred in time.</summary>
    Acknowledged,

    /// <summary>"The application did not respond", or "This interaction failed".</summary>
    Failed,
}

/// <summary>A command, press, choice or submit of a person, and what came of it.</summary>
public sealed class UserInteraction
{
    private readonly DiscordState state;
    private readonly Interaction interaction;

    internal UserInteraction(DiscordState state, Interaction interaction)
    {
        this.state = state;
        this.interaction = interaction;
    }

    public ulong Id => interaction.Id;

    public string Token => interaction.Token;

    public InteractionState State => Locked(() => interaction.AcknowledgedAt is not null ? InteractionState.Acknowledged
        : interaction.HasFailed ? InteractionState.Failed : InteractionState.Waiting);

    /// <summary>How the bot answered first; null while it has not.</summary>
    public CallbackType? Response => Locked(() => interaction.Callback);

    /// <summary>How long the first answer took, by the server's clock; null while there is none.</summary>
    public TimeSpan? AcknowledgedAfter => Locked(() => interaction.AcknowledgedAt - interaction.CreatedAt);

    /// <summary>The form it opened; null for none.</summary>
    public ShownModal? Modal => Locked(() => interaction.Modal is { } modal ? ShownModal.Of(modal) : null);

    /// <summary>The message that answers it, or that it was pressed on and updates; null while there is none.</summary>
    public ShownMessage? Message => Locked(() => interaction.Original is { IsDeleted: false } message ? ShownMessage.Of(message) : null);

    /// <summary>Waits for the first answer.</summary>
    /// <exception cref="TimeoutException">None came in that real time, 30 s when none is given.</exception>
    public async Task<UserInteraction> WaitForAcknowledgementAsync(TimeSpan? timeout = null) =>
        await interaction.User.Sight.WaitForAsync(() => State is InteractionState.Acknowledged ? this : null, timeout ?? LoopbackUser.Patience, "answer to the interaction");

    /// <summary>Waits for the form it opens.</summary>
    public Task<ShownModal> WaitForModalAsync(TimeSpan? timeout = null) =>
        interaction.User.Sight.WaitForAsync(() => Modal, timeout ?? LoopbackUser.Patience, "modal");

    /// <summary>Waits for a message that answers it and has something to say.</summary>
    public Task<ShownMessage> WaitForMessageAsync(TimeSpan? timeout = null) =>
        interaction.User.Sight.WaitForAsync(() => Message is { IsThinking: false } message ? message : null, timeout ?? LoopbackUser.Patience, "message that answers the interaction");

    internal Interaction Record => interaction;

    private T Locked<T>(Func<T> look)
    {
        lock (state.Gate)
        {
            return look();
        }
    }
}
