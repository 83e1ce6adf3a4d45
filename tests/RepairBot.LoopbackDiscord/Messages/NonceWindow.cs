using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>The first message of the bot in the past few minutes that was sent with this nonce and <c>enforce_nonce</c>.</summary>
internal static class NonceWindow
{
    public static StoredMessage? First(DiscordState state, DiscordChannel channel, RestRequest request)
    {
        var nonce = request.Body?["nonce"]?.ToString();
        if (string.IsNullOrEmpty(nonce) || (bool?)request.Body!["enforce_nonce"] is not true)
        {
            return null;
        }

        var oldest = state.Now - state.Options.Limits.NonceWindow;
        return channel.Messages.FirstOrDefault(message => message.Author.IsBot && message.Nonce?.ToString() == nonce && message.CreatedAt > oldest);
    }
}
