using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Rest;
using RepairBot.LoopbackDiscord.State;

namespace RepairBot.LoopbackDiscord.Commands;

/// <summary>The commands of one guild, or the global ones.</summary>
internal sealed class CommandScope(DiscordState state, ulong? guild)
{
    private static readonly Dictionary<int, int> Most = new() { [1] = 100, [2] = 15, [3] = 15, [4] = 1 };
    private readonly Counter creates = new(new Allowance(state.Options.Limits.CommandCreatesPerDay, TimeSpan.FromDays(1)), state.Options.Time);
    private List<StoredCommand> commands = [];

    public IReadOnlyList<StoredCommand> All => commands;

    public StoredCommand? Find(ulong id) => commands.Find(command => command.Id == id);

    /// <summary>Replaces all of them; those whose names stay keep their ids and are no creates.</summary>
    public void Overwrite(JsonArray sent)
    {
        var errors = new FormErrors();
        for (var index = 0; index < sent.Count; index++)
        {
            CommandRules.Check(new Form(sent[index] as JsonObject ?? [], $"{index}", errors));
        }

        errors.ThrowIfAny();
        var definitions = sent.OfType<JsonObject>().Select(Defined).ToList();
        foreach (var twice in definitions.GroupBy(Key).Where(group => group.Count() > 1))
        {
            throw FormErrors.Single("", "APPLICATION_COMMANDS_DUPLICATE_NAME", $"Application command names must be unique: {twice.Key.Name}");
        }

        CheckCounts(definitions);
        var created = definitions.Count(definition => Existing(definition) is null);
        Take(created);
        commands = [.. definitions.Select(Stored)];
    }

    /// <summary>Adds one, or changes the one of that name.</summary>
    public (StoredCommand Command, bool IsNew) Upsert(JsonObject sent)
    {
        var errors = new FormErrors();
        CommandRules.Check(new Form(sent, "", errors));
        errors.ThrowIfAny();
        var definition = Defined(sent);
        var isNew = Existing(definition) is null;
        if (isNew)
        {
            CheckCounts([.. commands.Select(command => command.Definition), definition]);
            Take(1);
        }

        var command = Stored(definition);
        if (isNew)
        {
            commands.Add(command);
        }

        return (command, isNew);
    }

    public StoredCommand Edit(StoredCommand command, JsonObject changes)
    {
        var merged = (JsonObject)command.Definition.DeepClone();
        foreach (var (name, value) in changes)
        {
            merged[name] = value?.DeepClone();
        }

        // Read again as if it had been sent, so that numbers are numbers of JSON.
        var sent = (JsonObject)JsonNode.Parse(merged.ToJsonString())!;
        var errors = new FormErrors();
        CommandRules.Check(new Form(sent, "", errors));
        errors.ThrowIfAny();
        command.Become(Defined(sent), state.Ids.Next);
        return command;
    }

    public void Delete(StoredCommand command) => commands.Remove(command);

    private StoredCommand Stored(JsonObject definition)
    {
        if (Existing(definition) is { } existing)
        {
            existing.Become(definition, state.Ids.Next);
            return existing;
        }

        return new StoredCommand(state.Ids.Next(), state.Bot.Id, guild, state.Ids.Next(), definition);
    }

    private StoredCommand? Existing(JsonObject definition) => commands.Find(command => (command.Type, command.Name) == Key(definition));

    private JsonObject Defined(JsonObject sent) => CommandDefinition.Of(sent, isGlobal: guild is null);

    private static (int Type, string Name) Key(JsonObject definition) => ((int)definition["type"]!, definition["name"]!.ToString());

    private static void CheckCounts(IReadOnlyList<JsonObject> definitions)
    {
        foreach (var type in definitions.GroupBy(definition => (int)definition["type"]!).Where(type => type.Count() > Most[type.Key]))
        {
            throw new DiscordError(400, 30032, $"Maximum number of application commands reached ({Most[type.Key]})");
        }
    }

    private void Take(int count)
    {
        if (count > creates.Left)
        {
            throw new DiscordError(400, 30034, $"Max number of daily application command creates has been reached ({state.Options.Limits.CommandCreatesPerDay})");
        }

        for (var taken = 0; taken < count; taken++)
        {
            creates.TryTake();
        }
    }
}
