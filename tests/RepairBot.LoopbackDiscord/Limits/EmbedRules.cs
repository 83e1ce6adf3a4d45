namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What an embed may hold, and all embeds of a message together.</summary>
internal static class EmbedRules
{
    private const int AllTogether = 6000;

    public static void Check(Form message)
    {
        var total = 0;
        foreach (var embed in message.List("embeds", max: 10))
        {
            total += CheckOne(embed);
        }

        if (total > AllTogether)
        {
            message.Wrong("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {AllTogether}");
        }
    }

    private static int CheckOne(Form embed)
    {
        var counted = Lengths.Of(embed.Text("title", max: 256)) + Lengths.Of(embed.Text("description", max: 4096));
        embed.Integer("color", min: 0, max: 0xFFFFFF);
        CheckUrl(embed, "url", ["http", "https"]);
        foreach (var field in embed.List("fields", max: 25))
        {
            counted += Lengths.Of(field.Text("name", max: 256, min: 1, required: true)) + Lengths.Of(field.Text("value", max: 1024, min: 1, required: true));
        }

        if (embed.Child("footer") is { } footer)
        {
            counted += Lengths.Of(footer.Text("text", max: 2048, min: 1, required: true));
        }

        if (embed.Child("author") is { } author)
        {
            counted += Lengths.Of(author.Text("name", max: 256, min: 1, required: true));
        }

        foreach (var picture in new[] { embed.Child("image"), embed.Child("thumbnail") }.OfType<Form>())
        {
            CheckUrl(picture, "url", ["http", "https", "attachment"]);
        }

        return counted;
    }

    private static void CheckUrl(Form at, string name, string[] schemes)
    {
        if (at.Text(name, max: 2048) is not { Length: > 0 } url)
        {
            return;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            at.Wrong(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (!schemes.Contains(uri.Scheme))
        {
            at.Wrong(name, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ({string.Join(", ", schemes)}).");
        }
    }
}
