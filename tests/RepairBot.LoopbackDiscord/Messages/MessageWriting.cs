using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>Creates and edits the bot's messages, after checking the request.</summary>
internal static class MessageWriting
{
    public static StoredMessage Write(this DiscordState state, DiscordChannel channel, Form form, IReadOnlyList<UploadedFile> files, MessageOrigin origin)
    {
        MessageRules.Check(form, files, MessageRules.AsksForV2(form), state.Options.Limits.FileBytes);
        form.Errors.ThrowIfAny();

        var flags = origin.Effective((MessageFlags)(form.Integer("flags") ?? 0));
        var message = new StoredMessage
        {
            Id = state.Ids.Next(),
            Channel = channel,
            Author = state.Bot,
            CreatedAt = state.Now,
            Nonce = form.Json["nonce"]?.DeepClone(),
            Interaction = origin.Interaction,
            OnlyFor = flags.HasFlag(MessageFlags.Ephemeral) ? origin.Interaction!.User.Id : null,
            RepliesTo = origin.Interaction is { Type: InteractionType.MessageComponent } press ? press.Source?.Id : null,
            Flags = flags,
        };
        Fill(state, message, form, files);
        Publish(state, message);
        return message;
    }

    /// <summary>The "thinking" message of a deferred response.</summary>
    public static StoredMessage WriteThinking(this DiscordState state, Interaction interaction, bool ephemeral)
    {
        var message = new StoredMessage
        {
            Id = state.Ids.Next(),
            Channel = interaction.Channel,
            Author = state.Bot,
            CreatedAt = state.Now,
            Interaction = interaction,
            OnlyFor = ephemeral ? interaction.User.Id : null,
            RepliesTo = interaction.Type is InteractionType.MessageComponent ? interaction.Source?.Id : null,
            Flags = MessageFlags.Loading | (ephemeral ? MessageFlags.Ephemeral : MessageFlags.None),
        };
        Publish(state, message);
        return message;
    }

    /// <summary>Changes the fields that the request names; null clears one.</summary>
    public static void Edit(this DiscordState state, StoredMessage message, Form form, IReadOnlyList<UploadedFile> files)
    {
        var isV2 = message.Flags.HasFlag(MessageFlags.IsComponentsV2) || MessageRules.AsksForV2(form);
        MessageRules.Check(form, files, isV2, state.Options.Limits.FileBytes);
        if (isV2 && !message.Flags.HasFlag(MessageFlags.IsComponentsV2))
        {
            CheckNothingLegacyIsLeft(message, form);
        }

        form.Errors.ThrowIfAny();
        var wasThinking = message.Flags.HasFlag(MessageFlags.Loading);
        var before = (message.Content, message.Embeds, message.Components, message.Attachments, message.Flags);
        if (form.Has("flags"))
        {
            var changeable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
            message.Flags = (message.Flags & ~MessageFlags.SuppressEmbeds) | ((MessageFlags)form.Integer("flags")! & changeable);
        }

        message.Flags &= ~MessageFlags.Loading;
        try
        {
            Fill(state, message, form, files);
        }
        catch (DiscordError)
        {
            (message.Content, message.Embeds, message.Components, message.Attachments, message.Flags) = before;
            throw;
        }

        message.EditedAt = wasThinking ? message.EditedAt : state.Now;
        Announce(state, message, "MESSAGE_UPDATE");
    }

    public static void Delete(this DiscordState state, StoredMessage message)
    {
        message.IsDeleted = true;
        if (!message.IsEphemeral)
        {
            var json = new JsonObject { ["id"] = $"{message.Id}", ["channel_id"] = $"{message.Channel.Id}" };
            AddGuild(json, message);
            state.Gateway.Dispatch(new GatewayEvent("MESSAGE_DELETE", json, message.Channel.Guild?.Id, IntentOf(message)));
        }

        Show(state, message);
    }

    /// <summary>Puts a message into its channel and tells the bot, as far as it listens.</summary>
    public static void Publish(this DiscordState state, StoredMessage message)
    {
        message.Channel.Add(message);
        Announce(state, message, "MESSAGE_CREATE");
    }

    /// <summary>Tells of a message that was written or changed.</summary>
    public static void Announce(this DiscordState state, StoredMessage message, string name)
    {
        message.Shown = null;
        if (!message.IsEphemeral)
        {
            var json = message.ToJson();
            AddGuild(json, message);
            state.Gateway.Dispatch(new GatewayEvent(name, json, message.Channel.Guild?.Id, IntentOf(message)));
        }

        Show(state, message);
    }

    private static void Show(DiscordState state, StoredMessage message)
    {
        IEnumerable<ulong> sighted = message switch
        {
            { OnlyFor: { } user } => [user],
            { Channel.Recipient: { } user } => [user],
            _ => message.Channel.Guild!.Members,
        };
        foreach (var user in sighted)
        {
            state.Users[user].Sight.Pulse();
        }

        state.Changed.Pulse();
    }

    private static GatewayIntents IntentOf(StoredMessage message) =>
        message.Channel.IsDirect ? GatewayIntents.DirectMessages : GatewayIntents.GuildMessages;

    private static void AddGuild(JsonObject json, StoredMessage message)
    {
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = $"{guild.Id}";
        }
    }

    private static void Fill(DiscordState state, StoredMessage message, Form form, IReadOnlyList<UploadedFile> files)
    {
        if (form.Names("content"))
        {
            message.Content = (form.Json["content"]?.ToString() ?? "").Trim();
        }

        message.Attachments = AttachmentFiling.File(state, message, form, files);
        if (form.Names("embeds"))
        {
            message.Embeds = MessageJson.Embeds(form.Json["embeds"] as JsonArray, message.Attachments);
        }

        if (form.Names("components"))
        {
            message.Components = ComponentJson.Of(form.Json["components"] as JsonArray, message.Attachments, state.Ids.Next);
        }

        if (message.Content.Length == 0 && message.Embeds.Count == 0 && message.Components.Count == 0 && message.Attachments.Count == 0)
        {
            throw DiscordError.EmptyMessage();
        }

        (message.Pinged, message.PingsEveryone) =
            MentionRules.Pings(message.Content, form.Json["allowed_mentions"] as JsonObject, byWebhook: message.Interaction is not null);
    }

    private static void CheckNothingLegacyIsLeft(StoredMessage message, Form form)
    {
        if (message.Content.Length > 0 && !form.Names("content"))
        {
            form.Wrong("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }

        if (message.Embeds.Count > 0 && !form.Names("embeds"))
        {
            form.Wrong("embeds", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }
}
