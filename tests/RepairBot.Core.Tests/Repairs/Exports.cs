using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Testing.Conversations;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>What a person gets when they take their data away, read back.</summary>
internal static class Exports
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<Export> ExportAsync(this Conversation chat)
    {
        var answer = await chat.CommandAsync("mydata export");
        var file = answer.Messages.Single(message => message.File?.MediaType == "application/json").File!;
        return JsonSerializer.Deserialize<Export>(file.Content.Reveal(), Options)!;
    }

    /// <summary>The answer to one question, by its key such as <c>impact</c> or <c>after-talk/heard</c>.</summary>
    public static async Task<ExportedAnswer> AnswerAsync(this Conversation chat, string key) =>
        (await chat.ExportAsync()).Repairs[^1].Answers.Single(answer => answer.Key == key);

    internal sealed record Export(int Format, ExportedRepair[] Repairs);

    internal sealed record ExportedRepair(string Id, string State, ExportedAnswer[] Answers, ExportedRating[] Ratings, ExportedPromise[] Actions);

    internal sealed record ExportedAnswer(
        string Step, string Key, string Question, int Guide, string Text, string[] Values, Dictionary<string, string> Fields, bool Skipped, bool LookAgain);

    internal sealed record ExportedRating(int Value);

    internal sealed record ExportedPromise(string Act);
}
