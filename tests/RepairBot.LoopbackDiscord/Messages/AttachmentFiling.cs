using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Messages;

/// <summary>Which files a message has after a request: those it names and had, and those that were uploaded.</summary>
internal static class AttachmentFiling
{
    public static List<StoredAttachment> File(DiscordState state, StoredMessage message, Form form, IReadOnlyList<UploadedFile> files)
    {
        var named = (form.Json["attachments"] as JsonArray)?.OfType<JsonObject>().ToDictionary(entry => entry["id"]!.ToString());
        var kept = message.Attachments.Where(file => !form.Names("attachments") || named?.ContainsKey($"{file.Id}") is true);
        var uploaded = files.Select(file => Filed(state, message, file, named?.GetValueOrDefault($"{file.Index}")));
        return [.. kept, .. uploaded];
    }

    /// <summary>The file behind an attachment's address; null when there is none, or its message is gone.</summary>
    public static StoredAttachment? Find(DiscordState state, ulong channel, ulong attachment) =>
        state.Channels.GetValueOrDefault(channel)?.Messages.SelectMany(message => message.Attachments).FirstOrDefault(file => file.Id == attachment);

    private static StoredAttachment Filed(DiscordState state, StoredMessage message, UploadedFile file, JsonObject? entry)
    {
        var id = state.Ids.Next();
        var name = entry?["filename"]?.ToString() ?? file.FileName;
        var url = new Uri(state.Address, $"/attachments/{message.Channel.Id}/{id}/{Uri.EscapeDataString(name)}");
        return new StoredAttachment(id, name, file.ContentType, file.Bytes, entry?["description"]?.ToString(), url, message.IsEphemeral);
    }
}
