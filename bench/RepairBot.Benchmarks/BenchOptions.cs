using System.Globalization;

namespace RepairBot.Benchmarks;

/// <summary>What a run may be told.</summary>
internal sealed record BenchOptions
{
    /// <summary>Rounds per figure; the median is shown.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How long one round takes.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>People at once.</summary>
    public IReadOnlyList<int> People { get; init; } = [1, 16, 256];

    /// <summary>Pending reminders.</summary>
    public IReadOnlyList<int> Pending { get; init; } = [1_000, 1_000_000];

    /// <summary>Turns over HTTP.</summary>
    public int Turns { get; init; } = 300;

    /// <summary>Interactions with Discord a round.</summary>
    public int Interactions { get; init; } = 2_000;

    /// <summary>How long the program is left alone before it is looked at again.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>One target only; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Where files go: the disk under test.</summary>
    public string Directory { get; init; } = Path.GetTempPath();

    public static BenchOptions Parse(string[] arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => options with { Round = TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture)) },
                "--people" => options with { People = Numbers(value) },
                "--pending" => options with { Pending = Numbers(value) },
                "--turns" => options with { Turns = int.Parse(value, CultureInfo.InvariantCulture) },
                "--interactions" => options with { Interactions = int.Parse(value, CultureInfo.InvariantCulture) },
                "--idle" => options with { Idle = TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture)) },
                "--only" => options with { Only = value },
                "--directory" => options with { Directory = value },
                _ => throw new ArgumentException($"Unknown option {arguments[i]}.", nameof(arguments)),
            };
        }

        return options;
    }

    private static List<int> Numbers(string value) => [.. value.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
