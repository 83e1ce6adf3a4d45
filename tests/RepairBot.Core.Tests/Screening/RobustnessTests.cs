using System.Text;
using RepairBot.Core.Screening;

namespace RepairBot.Core.Tests.Screening;

/// <summary>How people really type must not hide what they say.</summary>
public sealed class RobustnessTests
{
    private const double MostLost = 0.03;
    private static readonly Screen Screen = new();
    private static readonly Gold[] Risky = [.. Gold.FreshIn("en").Where(line => line.IsRisky)];
    private static readonly double AsWritten = new Score(Screen, Risky).Recall;

    public static TheoryData<string> Ways => [.. Changes.Keys];

    private static Dictionary<string, Func<string, string>> Changes { get; } = new()
    {
        ["lower case"] = text => text.ToLowerInvariant(),
        ["upper case"] = text => text.ToUpperInvariant(),
        ["no punctuation"] = text => string.Concat(text.Where(c => !char.IsPunctuation(c) || c == '\'')),
        ["no apostrophes"] = text => text.Replace("'", "", StringComparison.Ordinal),
        ["curly quotes"] = text => text.Replace('\'', '\u2019'),
        ["some leetspeak"] = text => EveryNth(text, 3, word => word.Replace('a', '4').Replace('e', '3').Replace('i', '1').Replace('o', '0')),
        ["emoji"] = text => EveryNth(text, 3, word => word + " \U0001F62D") + " \U0001F494",
        ["double blanks"] = text => text.Replace(" ", "  ", StringComparison.Ordinal),
        ["zero-width signs"] = text => EveryNth(text, 2, word => word.Insert(word.Length / 2, "\u200B")),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Typing_another_way_hides_little(string way)
    {
        var score = new Score(Screen, Risky, Changes[way]);

        Assert.True(score.Recall >= AsWritten - MostLost, $"{score.Recall:F3} of {AsWritten:F3}: {score.Wrong}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_typing_slip_in_every_eighth_word_hides_little(int seed)
    {
        var slips = new Slips((uint)seed);
        var score = new Score(Screen, Risky, slips.In);

        Assert.True(score.Recall >= AsWritten - MostLost, $"{score.Recall:F3} of {AsWritten:F3}: {score.Wrong}");
    }

    private static string EveryNth(string text, int n, Func<string, string> change) =>
        string.Join(' ', text.Split(' ').Select((word, at) => at % n == n - 1 ? change(word) : word));

    /// <summary>Slips of the fingers in every eighth word of the whole set: letters swapped, dropped, doubled or next to the right one.</summary>
    private sealed class Slips(uint seed)
    {
        private const string Keys = "qwertyuiopasdfghjklzxcvbnm";
        private uint state = seed;
        private int words;

        public string In(string text) => string.Join(' ', text.Split(' ').Select(word => ++words % 8 == 0 && word.Length > 3 ? In(word.ToCharArray()) : word));

        private string In(char[] word)
        {
            var at = 1 + Next(word.Length - 2);
            if (!char.IsAsciiLetter(word[at]) || !char.IsAsciiLetter(word[at + 1]))
            {
                return new string(word);
            }

            var slipped = new StringBuilder().Append(word, 0, at);
            _ = Next(4) switch
            {
                0 => slipped.Append(word[at + 1]).Append(word[at]).Append(word, at + 2, word.Length - at - 2),
                1 => slipped.Append(word, at + 1, word.Length - at - 1),
                2 => slipped.Append(word[at]).Append(word, at, word.Length - at),
                _ => slipped.Append(Beside(word[at])).Append(word, at + 1, word.Length - at - 1),
            };
            return slipped.ToString();
        }

        private static char Beside(char c) => Keys[(Keys.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) + 1) % Keys.Length];

        private int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)below);
        }
    }
}
