using System.Globalization;

namespace RepairBot.Core.Guides;

/// <summary>What is wrong in a guide, in words that say what to do.</summary>
/// <param name="File">The file below the guides' folder, with <c>/</c>; a language's folder where a whole file is missing; <c>flow</c> for the
/// program's own order of steps.</param>
/// <param name="Line">Counted from 1; 0 where the whole file or folder is meant.</param>
/// <param name="Severity">An error keeps the guide from being used.</param>
/// <param name="Text">Plain text, one line.</param>
public sealed record GuideProblem(string File, int Line, GuideSeverity Severity, string Text)
{
    /// <summary>One line, such as <c>en/opening.yaml:12: error: …</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch { GuideSeverity.Warning => "warning", GuideSeverity.Error => "error" };
        return Line == 0
            ? $"{File}: {severity}: {Text}"
            : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {severity}: {Text}");
    }
}

/// <summary>How bad a problem is.</summary>
public enum GuideSeverity
{
    /// <summary>The guide works; somebody should look at it.</summary>
    Warning,

    /// <summary>The guide cannot be used.</summary>
    Error,
}
