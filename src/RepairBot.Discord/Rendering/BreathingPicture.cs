using System.Globalization;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;
using RepairBot.Discord.Wording;

namespace RepairBot.Discord.Rendering;

/// <summary>The looping picture of a breath, drawn by <c>scripts/make-breathing-picture</c>. A pace without a picture is told in words alone.</summary>
internal static class BreathingPicture
{
    private const string Folder = "Pictures/";

    public static FileBody? Of(Pace pace, Words words)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"breathing-{pace.In}-{pace.Out}.gif");
        using var picture = typeof(BreathingPicture).Assembly.GetManifestResourceStream(Folder + name);
        if (picture is null)
        {
            return null;
        }

        var content = new byte[picture.Length];
        picture.ReadExactly(content);
        return new FileBody(name, "image/gif", content, words.BreathingAlt(pace.In, pace.Out));
    }
}
