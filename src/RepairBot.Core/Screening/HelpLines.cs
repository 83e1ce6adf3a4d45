using System.Collections.Immutable;

namespace RepairBot.Core.Screening;

/// <summary>The services a person can turn to, by country. Immutable; made by <see cref="HelpLinesFile"/>.</summary>
public sealed class HelpLines
{
    /// <summary>How many lines are shown at most: a person in distress does not read a directory.</summary>
    public const int MostLines = 4;

    // With fewer than this many lines of its own, a country's answer ends with the international directories.
    private const int FewLines = 2;

    private readonly HelpLinesOf international;
    private readonly ImmutableDictionary<string, HelpLinesOf> countries;

    internal HelpLines(HelpLinesOf international, ImmutableDictionary<string, HelpLinesOf> countries)
    {
        this.international = international;
        this.countries = countries;
    }

    /// <summary>The ISO 3166-1 alpha-2 codes the file knows, in order, for a country picker.</summary>
    public IEnumerable<string> Countries => countries.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every line of the file.</summary>
    public IEnumerable<HelpLine> All => countries.OrderBy(country => country.Key, StringComparer.Ordinal)
        .Select(country => country.Value)
        .Append(international)
        .SelectMany(place => place.Lines);

    /// <summary>Picks what to show: the emergency number, then at most <see cref="MostLines"/> lines that fit.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, any case; null or unknown leads to the international directories.</param>
    /// <param name="risks">What was seen, most urgent first; empty when the person asked for help without saying why.</param>
    /// <param name="direction">Of the most urgent risk; without meaning when <paramref name="risks"/> is empty.</param>
    public HelpOffer For(string? country, ImmutableArray<Risk> risks, RiskDirection direction)
    {
        var place = countries.GetValueOrDefault(country?.Trim().ToUpperInvariant() ?? "");
        var wanted = Wanted(risks, direction);
        if (place is null)
        {
            return new HelpOffer(null, international.Emergency, Fitting(international.Lines, wanted));
        }

        var lines = Fitting(place.Lines, wanted);
        if (lines.Length < FewLines)
        {
            lines = [.. lines.Concat(Fitting(international.Lines, wanted)).Take(MostLines)];
        }

        return new HelpOffer(place.Name, place.Emergency, lines);
    }

    private static ImmutableArray<HelpLineKind> Wanted(ImmutableArray<Risk> risks, RiskDirection direction) =>
        risks.IsDefaultOrEmpty
            ? [HelpLineKind.Crisis, HelpLineKind.Abuse, HelpLineKind.Child]
            : [.. risks.Select(risk => KindFor(risk, risks, direction)).Distinct()];

    private static HelpLineKind KindFor(Risk risk, ImmutableArray<Risk> risks, RiskDirection direction) => risk switch
    {
        Risk.CrisisSelfHarm => HelpLineKind.Crisis,
        Risk.ChildRisk => HelpLineKind.Child,
        Risk.ViolenceToUser => HelpLineKind.Abuse,
        Risk.ViolenceByUser => HelpLineKind.Abuser,
        Risk.CoerciveControl => IsByUser(risks, direction) ? HelpLineKind.Abuser : HelpLineKind.Abuse,
    };

    // The direction belongs to the most urgent risk. Who controls is then read from the company it keeps: "I'll die
    // if you leave" is control by the writer, unless they also tell of violence done to them.
    private static bool IsByUser(ImmutableArray<Risk> risks, RiskDirection direction) =>
        direction == RiskDirection.ByUser
        || (!risks.Contains(Risk.ViolenceToUser)
            && (direction == RiskDirection.Self || risks.Contains(Risk.ViolenceByUser)));

    // One line for every wanted kind in turn, so that no kind is crowded out.
    private static ImmutableArray<HelpLine> Fitting(ImmutableArray<HelpLine> lines, ImmutableArray<HelpLineKind> wanted)
    {
        var turns = wanted.Select(kind => new Queue<HelpLine>(OfKind(lines, kind))).ToList();
        var picked = new List<HelpLine>();
        while (picked.Count < MostLines && turns.Exists(turn => turn.Count > 0))
        {
            foreach (var line in turns.Where(turn => turn.Count > 0).Select(turn => turn.Dequeue()))
            {
                if (!picked.Contains(line) && picked.Count < MostLines)
                {
                    picked.Add(line);
                }
            }
        }

        return [.. picked];
    }

    private static IEnumerable<HelpLine> OfKind(ImmutableArray<HelpLine> lines, HelpLineKind kind)
    {
        var ofKind = lines.Where(line => line.Kinds.Contains(kind)).ToList();
        return ofKind.Count == 0 && kind == HelpLineKind.Abuser ? OfKind(lines, HelpLineKind.Abuse) : ofKind;
    }
}

/// <summary>What the file says of one country, or of all others.</summary>
/// <param name="Name">Null for the international part.</param>
/// <param name="Emergency">What to do in immediate danger.</param>
/// <param name="Lines">In the order of the file.</param>
internal sealed record HelpLinesOf(string? Name, Emergency Emergency, ImmutableArray<HelpLine> Lines);
