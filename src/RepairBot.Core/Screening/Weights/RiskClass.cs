namespace RepairBot.Core.Screening.Weights;

/// <summary>What is weighed: whether there is any risk, and of which kind in which direction.</summary>
internal enum RiskClass
{
    /// <summary>Any risk.</summary>
    Any,

    /// <summary>The writer's own life.</summary>
    SelfHarmBySelf,

    /// <summary>Somebody else's life.</summary>
    SelfHarmByOther,

    /// <summary>Violence by the writer.</summary>
    ViolenceByUser,

    /// <summary>Violence to the writer, or fear of it.</summary>
    ViolenceToUser,

    /// <summary>Control by the writer.</summary>
    ControlByUser,

    /// <summary>Control over the writer.</summary>
    ControlToUser,

    /// <summary>A child at risk.</summary>
    Child,
}

/// <summary>The risk and the direction of a class.</summary>
internal static class RiskClasses
{
    /// <summary>Every class but <see cref="RiskClass.Any"/>.</summary>
    public static IEnumerable<RiskClass> Kinds => Enum.GetValues<RiskClass>().Where(one => one != RiskClass.Any);

    /// <summary>What a class says.</summary>
    public static (Risk Risk, RiskDirection Direction) Meaning(this RiskClass one) => one switch
    {
        RiskClass.SelfHarmBySelf => (Risk.CrisisSelfHarm, RiskDirection.Self),
        RiskClass.SelfHarmByOther => (Risk.CrisisSelfHarm, RiskDirection.Other),
        RiskClass.ViolenceByUser => (Risk.ViolenceByUser, RiskDirection.ByUser),
        RiskClass.ViolenceToUser => (Risk.ViolenceToUser, RiskDirection.ToUser),
        RiskClass.ControlByUser => (Risk.CoerciveControl, RiskDirection.ByUser),
        RiskClass.ControlToUser => (Risk.CoerciveControl, RiskDirection.ToUser),
        RiskClass.Child => (Risk.ChildRisk, RiskDirection.Other),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one, "It says no kind."),
    };
}
