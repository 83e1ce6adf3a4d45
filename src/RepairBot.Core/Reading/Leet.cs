namespace RepairBot.Core.Reading;

/// <summary>Undoes signs and digits that stand for letters, and letters drawn out for emphasis.</summary>
internal static class Leet
{
    /// <summary>Whether digits or signs stand among the letters of a word ("th1s"), unlike "5pm" or "2nd".</summary>
    public static bool IsDisguised(string word)
    {
        if (word.Length < 2 || !HasLetter(word))
        {
            return false;
        }

        var inner = false;
        for (var i = 1; i < word.Length; i++)
        {
            inner |= Letter(word[i], '1') != word[i] && char.IsLetter(word[i - 1]);
        }

        return inner;
    }

    /// <summary>The word with letters for signs.</summary>
    /// <param name="word">A disguised word.</param>
    /// <param name="one">What the digit 1 stands for: 'i' or 'l'.</param>
    public static string Undo(string word, char one) =>
        string.Create(word.Length, (word, one), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = Letter(from.word[i], from.one);
            }
        });

    /// <summary>The word with runs of three or more equal letters cut down to <paramref name="keep"/>.</summary>
    public static string Shorten(string word, int keep)
    {
        var letters = new char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var run = 1;
            while (i + run < word.Length && word[i + run] == word[i])
            {
                run++;
            }

            for (var k = 0; k < (run >= 3 ? keep : run); k++)
            {
                letters[length++] = word[i];
            }

            i += run - 1;
        }

        return new string(letters, 0, length);
    }

    /// <summary>Whether a letter is drawn out: three or more in a row.</summary>
    public static bool IsDrawnOut(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLetter(string word)
    {
        foreach (var c in word)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static char Letter(char c, char one) => c switch
    {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    };
}
