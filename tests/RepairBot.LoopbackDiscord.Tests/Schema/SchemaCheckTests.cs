using System.Text.Json;
using RepairBot.LoopbackDiscord.Schema;

namespace RepairBot.LoopbackDiscord.Tests.Schema;

/// <summary>The keywords of JSON Schema that Discord's description uses, each with a value that holds and one that does not.</summary>
public sealed class SchemaCheckTests : IDisposable
{
    private readonly Testing.Storage.TemporaryDirectory folder = new();

    [Theory]
    [InlineData("""{ "type": "string" }""", "\"a\"", "5")]
    [InlineData("""{ "type": ["string", "null"] }""", "null", "true")]
    [InlineData("""{ "type": "integer" }""", "5", "5.5")]
    [InlineData("""{ "type": "number" }""", "5.5", "\"5\"")]
    [InlineData("""{ "type": "boolean" }""", "false", "0")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "[1]", "[\"1\"]")]
    [InlineData("""{ "const": 5 }""", "5", "6")]
    [InlineData("""{ "enum": [4, 5] }""", "5", "6")]
    [InlineData("""{ "minLength": 2 }""", "\"ab\"", "\"a\"")]
    [InlineData("""{ "maxLength": 2 }""", "\"ab\"", "\"abc\"")]
    [InlineData("""{ "minItems": 1 }""", "[1]", "[]")]
    [InlineData("""{ "maxItems": 1 }""", "[1]", "[1, 2]")]
    [InlineData("""{ "uniqueItems": true }""", "[1, 2]", "[1, 1]")]
    [InlineData("""{ "minProperties": 1, "additionalProperties": true }""", "{ \"a\": 1 }", "{}")]
    [InlineData("""{ "maxProperties": 1, "additionalProperties": true }""", "{ \"a\": 1 }", "{ \"a\": 1, \"b\": 1 }")]
    [InlineData("""{ "minimum": 2 }""", "2", "1")]
    [InlineData("""{ "maximum": 2 }""", "2", "3")]
    [InlineData("""{ "pattern": "^[0-9]+$" }""", "\"12\"", "\"a\"")]
    [InlineData("""{ "format": "int32" }""", "5", "5000000000")]
    [InlineData("""{ "format": "date-time" }""", "\"2026-03-02T09:00:00.000000+00:00\"", "\"soon\"")]
    [InlineData("""{ "format": "uri" }""", "\"https://example.org\"", "\"here\"")]
    [InlineData("""{ "required": ["a"], "additionalProperties": true }""", "{ \"a\": 1 }", "{ \"b\": 1 }")]
    [InlineData("""{ "properties": { "a": { "type": "integer" } } }""", "{ \"a\": 1 }", "{ \"a\": \"1\" }")]
    [InlineData("""{ "properties": { "a": {} } }""", "{ \"a\": 1 }", "{ \"b\": 1 }")]
    [InlineData("""{ "additionalProperties": { "type": "integer" } }""", "{ \"a\": 1 }", "{ \"a\": \"1\" }")]
    [InlineData("""{ "properties": { "a": {} }, "additionalProperties": false }""", "{ \"a\": 1 }", "{ \"b\": 1 }")]
    [InlineData("""{ "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }] }""", "{ \"a\": 1, \"b\": 1 }", "{ \"c\": 1 }")]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "null" }] }""", "null", "\"a\"")]
    [InlineData("""{ "oneOf": [{ "minimum": 1 }, { "maximum": 3 }] }""", "5", "2")]
    [InlineData("""{ "$ref": "#/components/schemas/Word" }""", "\"a\"", "1")]
    public void Each_keyword_holds_or_not(string schema, string good, string bad)
    {
        Assert.Empty(Errors(schema, good));
        Assert.NotEmpty(Errors(schema, bad));
    }

    [Fact]
    public void A_mistake_is_told_of_the_branch_that_was_meant()
    {
        var schema = """
            { "oneOf": [
                { "properties": { "type": { "const": 1 }, "label": { "type": "string" } }, "required": ["type", "label"] },
                { "properties": { "type": { "const": 2 } }, "required": ["type"] } ] }
            """;

        Assert.Equal(["/label: must be of type \"string\""], Errors(schema, """{ "type": 1, "label": 5 }"""));
    }

    [Fact]
    public void A_keyword_this_check_does_not_know_is_never_passed_over() =>
        Assert.Throws<NotSupportedException>(() => Errors("""{ "unevaluatedItems": false }""", "[]"));

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<string> Errors(string schema, string value)
    {
        var file = folder.PathOf($"{Guid.NewGuid():n}.json");
        File.WriteAllText(file, """{ "components": { "schemas": { "Word": { "type": "string" } } } }""");
        using var rule = JsonDocument.Parse(schema);
        using var json = JsonDocument.Parse(value);
        return new SchemaCheck(ApiDescription.From(file), isStrict: true).Errors(rule.RootElement, json.RootElement);
    }
}
