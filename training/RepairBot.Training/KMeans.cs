using System.Numerics;

namespace RepairBot.Training;

/// <summary>
/// Parts vectors of length 1 into classes of like direction (Lloyd 1982). The first middles are drawn with a fixed seed: the same vectors give the
/// same classes.
/// </summary>
internal static class KMeans
{
    private const int Rounds = 40;
    private const int Seed = 1;

    /// <summary>The number of the class of each vector.</summary>
    public static int[] Classes(IReadOnlyList<float[]> vectors, int classes)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        random.Shuffle(order);
        var middles = order[..classes].Select(at => vectors[at]).ToArray();
        var nearest = new int[vectors.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var now = middles;
            Parallel.For(0, vectors.Count, at => nearest[at] = Nearest(vectors[at], now));
            middles = Middles(vectors, nearest, middles);
        }

        return nearest;
    }

    /// <summary>The same direction with length 1.</summary>
    public static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        return Array.ConvertAll(vector, number => length == 0 ? 0 : number / length);
    }

    private static float[][] Middles(IReadOnlyList<float[]> vectors, int[] nearest, float[][] before)
    {
        var sums = before.Select(middle => new float[middle.Length]).ToArray();
        for (var at = 0; at < vectors.Count; at++)
        {
            var sum = sums[nearest[at]];
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += vectors[at][i];
            }
        }

        return [.. sums.Select((sum, at) => Array.TrueForAll(sum, number => number == 0) ? before[at] : Unit(sum))];
    }

    private static int Nearest(float[] vector, float[][] middles)
    {
        var (best, most) = (0, float.NegativeInfinity);
        for (var at = 0; at < middles.Length; at++)
        {
            if (Dot(vector, middles[at]) is var near && near > most)
            {
                (best, most) = (at, near);
            }
        }

        return best;
    }

    private static float Dot(float[] one, float[] other)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at <= one.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            sums += new Vector<float>(one, at) * new Vector<float>(other, at);
        }

        var sum = Vector.Sum(sums);
        for (; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
