using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What a request that writes a message may say.</summary>
internal static class MessageRules
{
    private const int MostAttachments = 10;
    private static readonly string[] LegacyFields = ["content", "embeds", "poll", "sticker_ids"];

    /// <param name="message">The request.</param>
    /// <param name="files">Its files.</param>
    /// <param name="isV2">Whether the message has, or gets, the flag of Components V2.</param>
    /// <param name="fileBytes">The most bytes of one file.</param>
    /// <exception cref="DiscordError">For the limits that have an error code of their own.</exception>
    public static void Check(Form message, IReadOnlyList<UploadedFile> files, bool isV2, int fileBytes)
    {
        message.Text("content", max: 2000);
        message.Integer("flags", min: 0, max: int.MaxValue);
        EmbedRules.Check(message);
        MentionRules.Check(message);
        MessageComponentRules.Check(message, isV2);
        CheckNonce(message);
        CheckAttachments(message, files, fileBytes);
        if (isV2)
        {
            CheckLegacyFields(message);
        }
    }

    public static bool AsksForV2(Form message) => ((MessageFlags)(message.Integer("flags") ?? 0)).HasFlag(MessageFlags.IsComponentsV2);

    private static void CheckLegacyFields(Form message)
    {
        foreach (var field in LegacyFields.Where(field => message.Json[field] is { } value && value.ToJsonString() is not ("\"\"" or "[]")))
        {
            message.Wrong(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    private static void CheckNonce(Form message)
    {
        if (message.Json["nonce"]?.GetValueKind() is System.Text.Json.JsonValueKind.String)
        {
            message.Text("nonce", max: 25);
        }
        else
        {
            message.Integer("nonce");
        }

        message.Flag("enforce_nonce");
    }

    private static void CheckAttachments(Form message, IReadOnlyList<UploadedFile> files, int fileBytes)
    {
        if (files.Any(file => file.Bytes.Length > fileBytes))
        {
            throw new DiscordError(413, 40005, "Request entity too large");
        }

        var attachments = message.List("attachments", max: int.MaxValue);
        if (Math.Max(attachments.Count, files.Count) > MostAttachments)
        {
            throw new DiscordError(400, 30015, $"Maximum number of attachments in a message reached ({MostAttachments})");
        }

        foreach (var attachment in attachments)
        {
            attachment.Text("description", max: 1024);
            attachment.Text("filename", max: 1024, min: 1);
            if (!attachment.Has("id"))
            {
                attachment.Wrong("id", "BASE_TYPE_REQUIRED", "This field is required");
            }
        }
    }
}
