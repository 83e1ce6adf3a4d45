namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>How Discord counts characters: by code points, so that most emoji are one.</summary>
internal static class Lengths
{
    public static int Of(string? text)
    {
        var count = 0;
        foreach (var _ in (text ?? "").EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
