namespace RepairBot.Core.Screening.Weights;

/// <summary>How much speaks for any risk: what was learned of risk as such, and the kind that is most likely.</summary>
internal static class RiskScore
{
    private const double KindsShare = 0.5;

    /// <param name="scores">Of each <see cref="RiskClass"/>, by its number.</param>
    public static double Of(double[] scores) => scores[(int)RiskClass.Any] + (KindsShare * RiskClasses.Kinds.Max(kind => scores[(int)kind]));
}
