using RepairBot.Core.Regulation;

namespace RepairBot.Core.Repairs;

/// <summary>Reads what the flow's guards need out of a repair.</summary>
internal static class FactsOf
{
    public static FlowFacts Conversation(Repair repair, Person person, DateTimeOffset now)
    {
        var side = repair.ValueOf(Step.Side);
        var kind = repair.ValueOf(Step.Kind);
        var readiness = repair.ValueOf(Step.Readiness);
        var ratings = repair.Ratings;
        return new FlowFacts
        {
            Form = repair.Form,
            WasHurt = side == "hurt-me",
            Both = side == "both",
            Brief = repair.ValueOf(Step.Length) == "short",
            KeepsHappening = kind == "keeps-happening",
            Misunderstanding = kind == "misunderstanding",
            Often = repair.ValueOf(Step.Pattern) == "often",
            Calm = ratings.Length > 0 && ratings[^1].Value <= Readiness.Calm,
            Ready = Readiness.IsReady(ratings, now, repair.Overridden),
            Waits = readiness is "later" or "not-today",
            Again = readiness == "again",
            NoDrafting = NoDrafting(repair),
            NothingWritten = Drafts.IsNothing(repair),
            NoAct = repair.AnswerTo(Step.Action) is not null && Drafts.Words(repair, Step.Action).Length == 0,
            Defends = repair.ValueOf(Step.Listening) == "defend",
            Talked = repair.ValueOf(Step.TalkTime) == "talked",
            NeedsZone = repair.ValueOf(Step.Consent) is not (null or "no") && person.Settings.TimeZone is null,
            Said = repair.Now.Step switch
            {
                Step.Promise or Step.Lapse => repair.AnswerTo(repair.Now)?.Value,
                _ => null,
            },
            LastCheckIn = repair.Now.Step == Step.CheckInNote && CheckInTalk.IsLast(repair, repair.Now),
            Return = repair.Detour == Detour.Edit ? null : repair.Return?.Step,
            LastShown = repair.Trail.Length > 0 ? repair.Trail[^1].Step : null,
        };
    }

    /// <summary>The tags a guide's variants are chosen by.</summary>
    public static Guides.GuideTags Tags(Repair repair)
    {
        var tags = Guides.GuideTags.None;
        tags |= repair.ValueOf(Step.Side) switch
        {
            "hurt-them" => Guides.GuideTags.HurtThem,
            "hurt-me" => Guides.GuideTags.HurtMe,
            "both" => Guides.GuideTags.Both,
            "not-sure" => Guides.GuideTags.NotSure,
            _ => Guides.GuideTags.None,
        };
        tags |= repair.ValueOf(Step.Kind) switch
        {
            "misunderstanding" => Guides.GuideTags.Misunderstanding,
            "slip" => Guides.GuideTags.Slip,
            "outburst" => Guides.GuideTags.Outburst,
            "went-away" => Guides.GuideTags.WentAway,
            "keeps-happening" => Guides.GuideTags.KeepsHappening,
            "something-else" => Guides.GuideTags.SomethingElse,
            _ => Guides.GuideTags.None,
        };
        tags |= repair.ValueOf(Step.Length) switch
        {
            "short" => Guides.GuideTags.Brief,
            "full" => Guides.GuideTags.Full,
            _ => Guides.GuideTags.None,
        };
        if (repair.Ratings.Length > 0)
        {
            tags |= repair.Ratings[^1].Value switch
            {
                >= Readiness.Hot => Guides.GuideTags.Hot,
                > Readiness.Calm => Guides.GuideTags.Middle,
                _ => Guides.GuideTags.Calm,
            };
        }

        if (CheckInPings.IsOldPattern(repair))
        {
            tags |= Guides.GuideTags.Often;
        }

        return NoDrafting(repair) ? tags | Guides.GuideTags.NoDrafting : tags;
    }

    private static bool NoDrafting(Repair repair) =>
        repair.NoDrafting
        || repair.ValueOf(Step.Contact) is "yes" or "unsure"
        || repair.ValueOf(Step.Safety) is "unsure" or "afraid" or "controlled" or "i-scare-them";
}
