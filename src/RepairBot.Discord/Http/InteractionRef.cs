namespace RepairBot.Discord.Http;

/// <summary>What answering an interaction takes. It prints without its token, which lets anyone answer for the bot for 15 minutes.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Token">Its token.</param>
/// <param name="ApplicationId">The bot's application.</param>
internal readonly record struct InteractionRef(ulong Id, string Token, ulong ApplicationId)
{
    /// <inheritdoc/>
    public override string ToString() => $"interaction {Id}";
}
