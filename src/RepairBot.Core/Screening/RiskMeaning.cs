using System.Collections.Immutable;
using System.Text.Json;
using RepairBot.Core.Reading;

namespace RepairBot.Core.Screening;

/// <summary>What a rule's kind ("violence_to_user+coercive_control") and tag ("to_user firm") say.</summary>
/// <param name="Risks">Each risk with its direction.</param>
/// <param name="Firm">Whether no idiom or denial silences it.</param>
internal sealed record RiskMeaning(ImmutableArray<(Risk Risk, RiskDirection Direction)> Risks, bool Firm)
{
    /// <exception cref="FormatException">The rule's kind or tag is not known.</exception>
    public static RiskMeaning Of(Rule rule)
    {
        var tags = (rule.Tag ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tags.Length == 0 || (tags.Length > 1 && tags[1] != "firm"))
        {
            throw new FormatException($"Rule '{rule.Id}' needs a tag such as 'to_user' or 'to_user firm'.");
        }

        var direction = Name<RiskDirection>(tags[0], rule);
        var risks = rule.Kind.Split('+').Select(kind => Name<Risk>(kind, rule)).ToList();
        return new RiskMeaning([.. risks.Select((risk, at) => (risk, at == 0 ? direction : Second(risk, direction)))], tags.Length > 1);
    }

    // "I'll die if you leave" is by the writer, "he says he'll die if I leave" is done to the writer.
    private static RiskDirection Second(Risk risk, RiskDirection first) => risk != Risk.CoerciveControl ? first : first switch
    {
        RiskDirection.Self or RiskDirection.ByUser => RiskDirection.ByUser,
        RiskDirection.Other or RiskDirection.ToUser => RiskDirection.ToUser,
    };

    private static T Name<T>(string name, Rule rule)
        where T : struct, Enum
    {
        try
        {
            return JsonSerializer.Deserialize<T>($"\"{name}\"");
        }
        catch (JsonException unknown)
        {
            throw new FormatException($"Rule '{rule.Id}': '{name}' is no {typeof(T).Name}.", unknown);
        }
    }
}
