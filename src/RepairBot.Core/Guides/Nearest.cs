namespace RepairBot.Core.Guides;

/// <summary>Finds the name somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>A sentence to append, with a space in front: the nearest name, or all of them where they are few.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> names)
    {
        var nearest = names.Select(name => (Name: name, Steps: Distance(written, name))).OrderBy(pair => pair.Steps).FirstOrDefault();
        if (nearest.Name is not null && nearest.Steps <= Math.Max(1, nearest.Name.Length / 3))
        {
            return $" Did you mean `{nearest.Name}`?";
        }

        return names.Count switch
        {
            0 => " There are none here.",
            <= 18 => $" Known here: {string.Join(", ", names)}.",
            _ => "",
        };
    }

    // Letters to put in, take out or change; far more than that for a very long name, which is nobody's slip.
    private static int Distance(string one, string other)
    {
        if (one.Length > 40)
        {
            return one.Length;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(diagonal, row[j - 1]));
            }
        }

        return row[^1];
    }
}
