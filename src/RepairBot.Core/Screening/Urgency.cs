namespace RepairBot.Core.Screening;

/// <summary>Which risk is answered first when a text tells of several.</summary>
internal static class Urgency
{
    /// <summary>0 is the most urgent: life, then a child, then those in danger, then those who endanger.</summary>
    public static int Of(RiskFinding finding) => finding.Risk switch
    {
        Risk.CrisisSelfHarm => finding.Direction == RiskDirection.Self ? 0 : 1,
        Risk.ChildRisk => 2,
        Risk.ViolenceToUser => 3,
        Risk.ViolenceByUser => 4,
        Risk.CoerciveControl => finding.Direction == RiskDirection.ToUser ? 5 : 6,
    };
}
