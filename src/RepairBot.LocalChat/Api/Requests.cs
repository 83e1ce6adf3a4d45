namespace RepairBot.LocalChat.Api;

/// <summary>Body of a command.</summary>
internal sealed record CommandRequest(string Name, Dictionary<string, string?>? Options = null, string? Key = null)
{
    public const string Shape = """{ "name": "repair start", "options": { "name": "value" }, "key"?: "1 to 64 characters" }""";
}

/// <summary>Body of a press, a choice or a form.</summary>
internal sealed record ActionRequest(
    string Message, string Action, List<string?>? Values = null, Dictionary<string, string?>? Fields = null, string? Key = null)
{
    public const string Shape = """
        { "message": id, "action": id, "values": ["value"], "fields": { "id": "text" }, "key"?: "1 to 64 characters" }
        """;
}

/// <summary>Body of a typed text.</summary>
internal sealed record TextRequest(string Text, long? Seen = null, string? Key = null)
{
    public const string Shape = """{ "text": "words", "seen"?: 12, "key"?: "1 to 64 characters" }""";
}

/// <summary>Body of a move of the clock.</summary>
internal sealed record ClockRequest(string Advance, bool Asleep = false)
{
    public const string Shape = """{ "advance": "PT10M", "asleep"?: true }""";
}
