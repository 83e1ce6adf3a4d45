using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Discord.Delivery;
using RepairBot.Discord.Interactions;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Hosting;

/// <summary>
/// Hands what the gateway brings to the desks. Every handler returns at once: the library reads the next frame, a heartbeat's answer
/// included, only after it.
/// </summary>
internal sealed class GatewayEvents(InteractionDesk interactions, TextDesk texts, DirectChannels channels, ILogger<GatewayEvents> log)
{
    /// <summary>Listens from now on.</summary>
    public void Listen(DiscordSocketClient client)
    {
        client.InteractionCreated += interaction => Handled(() => Take(interaction));
        client.MessageReceived += message => Handled(() => Take(message));
        client.MessageUpdated += (_, message, _) => Handled(() => Change(message));
        client.MessageDeleted += (message, channel) => Handled(() => texts.TakeBack(message.Id, channel.Id));
    }

    private void Take(SocketInteraction interaction)
    {
        var arrival = ArrivalReader.Read(interaction);
        if (arrival.Origin.DirectChannel is { } channel)
        {
            channels.Note(channel, arrival.Origin.User);
        }

        interactions.Take(arrival);
    }

    private void Take(SocketMessage message)
    {
        if (IsTyped(message))
        {
            texts.Take(TextOf(message));
        }
    }

    // Discord also announces changes of its own, such as a preview of a link; only a person's change has a time.
    private void Change(SocketMessage message)
    {
        if (IsTyped(message) && message.EditedTimestamp is { } at)
        {
            texts.Change(TextOf(message), at);
        }
    }

    private static bool IsTyped(SocketMessage message) =>
        message is { Author: { IsBot: false, IsWebhook: false }, Source: MessageSource.User, Channel: IDMChannel };

    private static TypedText TextOf(SocketMessage message) =>
        new(message.Id, message.Channel.Id, message.Author.Id, new PrivateText(message.Content ?? ""));

    private Task Handled(Action handle)
    {
#pragma warning disable CA1031 // What can't be read must not stop what comes after it.
        try
        {
            handle();
        }
        catch (Exception e)
        {
            log.NotUnderstood(e.GetType().Name);
        }
#pragma warning restore CA1031
        return Task.CompletedTask;
    }
}
