using System.Collections.Frozen;
using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>Every command by its name, and where it is carried out. A blank in a name stands for a subcommand on platforms that have them.</summary>
internal static class Commands
{
    private static readonly FrozenDictionary<string, Action<OutcomeBuilder, ImmutableDictionary<string, PrivateText>>> ByName =
        new Dictionary<string, Action<OutcomeBuilder, ImmutableDictionary<string, PrivateText>>>
        {
            ["repair start"] = (turn, _) => RepairCommands.Start(turn),
            ["repair resume"] = (turn, _) => RepairCommands.Resume(turn),
            ["repair status"] = (turn, _) => RepairCommands.Status(turn),
            ["repair stop"] = (turn, _) => RepairCommands.Stop(turn),
            ["repair history"] = (turn, _) => RepairList.Show(turn),
            ["steady"] = (turn, _) => RepairCommands.Steady(turn),
            ["reflect"] = (turn, _) => RepairCommands.StartNew(turn, ConversationForm.Reflection),
            ["settings"] = SettingsCommand.Take,
            ["mydata show"] = (turn, _) => MyData.Show(turn),
            ["mydata export"] = (turn, _) => MyData.Export(turn),
            ["mydata delete"] = (turn, _) => MyData.AskToDelete(turn),
            ["checkin list"] = (turn, _) => PromiseCommands.List(turn),
            ["checkin now"] = (turn, _) => PromiseCommands.Now(turn),
            ["checkin later"] = PromiseCommands.Later,
            ["checkin stop"] = (turn, _) => PromiseCommands.Stop(turn),
            ["timeline"] = (turn, _) => PromiseCommands.Timeline(turn),
            ["help"] = (turn, _) => Help(turn),
            ["about"] = (turn, _) => About(turn),
            ["notsafe"] = (turn, _) => StepBack.HelpNow(turn),
        }.ToFrozenDictionary();

    /// <summary>Every command's name, in order.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>True for a command this version has.</summary>
    public static bool Knows(string name) => ByName.ContainsKey(name);

    /// <summary>Does what a command asks for.</summary>
    public static void Take(OutcomeBuilder turn, ChatEvent.Command command) => ByName[command.Name](turn, command.Options);

    /// <summary>What one can do here.</summary>
    public static void Help(OutcomeBuilder turn) => Course.SayText(
        turn, turn.Guide.Note("help").Fill(turn.Fillings()),
        card: Layout.Card("", [(turn.Guide.Label("words"), string.Join("\n", Names.Select(name => "/" + name)))], turn.Guide.Label("hidden-more")));

    private static void About(OutcomeBuilder turn)
    {
        var lines = new List<(string, string)>();
        var host = turn.Readers.Operator;
        foreach (var (label, value) in new[] { ("operator", host.Name), ("contact", host.Contact), ("privacy", host.PrivacyUrl) })
        {
            lines.Add((turn.Guide.Label(label), value.Length > 0 ? value : turn.Guide.Label("not-set")));
        }

        Course.SayText(turn, turn.Guide.Note("about").Fill(turn.Fillings()), card: Layout.Card("", lines, turn.Guide.Label("hidden-more")));
    }
}
