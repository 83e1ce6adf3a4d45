namespace RepairBot.Testing;

/// <summary>Files of this repository that tests read.</summary>
public static class Repository
{
    /// <summary>The top folder: the one that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of all guides.</summary>
    public static string Guides => Path.Combine(Root, "guides");

    /// <summary>The help lines.</summary>
    public static string HelpLines => Path.Combine(Guides, "help-lines.yaml");

    /// <summary>Whole conversations as readable files.</summary>
    public static string Transcripts => Path.Combine(Root, "tests", "transcripts");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RepairBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
