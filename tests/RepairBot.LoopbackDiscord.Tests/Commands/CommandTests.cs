using System.Text.Json.Nodes;
using RepairBot.LoopbackDiscord.Tests.Harness;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Time;

namespace RepairBot.LoopbackDiscord.Tests.Commands;

/// <summary>Registering commands: upserts, overwrites, versions, limits.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task A_used_name_is_changed_and_a_new_one_created()
    {
        await using var world = await World.StartAsync();
        var path = Global(world);
        var created = await world.Bot.PostAsync(path, Command("repair"));
        var same = await world.Bot.PostAsync(path, Command("repair"));
        var changed = await world.Bot.PostAsync(path, Command("repair", "Another"));

        Assert.Equal((201, 200, 200), (created.Status, same.Status, changed.Status));
        Assert.Equal(created.Text("id"), changed.Text("id"));
        Assert.Equal(created.Text("version"), same.Text("version"));
        Assert.NotEqual(created.Text("version"), changed.Text("version"));
    }

    [Fact]
    public async Task An_overwrite_replaces_all_and_keeps_ids_and_versions_of_what_is_the_same()
    {
        await using var world = await World.StartAsync();
        var first = await world.Bot.PutAsync(Global(world), new[] { Command("a"), Command("b") });
        var second = await world.Bot.PutAsync(Global(world), new[] { Command("c"), Command("b") });

        Assert.Equal(["c", "b"], world.Server.CommandsIn(null));
        Assert.Equal(first.Body![1]!.ToJsonString(), second.Body![1]!.ToJsonString());
    }

    [Fact]
    public async Task A_command_is_read_changed_and_deleted_by_its_id()
    {
        await using var world = await World.StartAsync();
        var id = (await world.Bot.PostAsync(Global(world), Command("repair"))).Text("id");

        Assert.Equal("repair", (await world.Bot.GetAsync($"{Global(world)}/{id}")).Text("name"));
        Assert.Equal("Changed", (await world.Bot.PatchAsync($"{Global(world)}/{id}", new { description = "Changed" })).Text("description"));
        Assert.Equal(204, (await world.Bot.DeleteAsync($"{Global(world)}/{id}")).Status);
        Assert.Equal(10063, (await world.Bot.DeleteAsync($"{Global(world)}/{id}")).Code);
        Assert.Empty(world.Server.CommandsIn(null));
    }

    [Fact]
    public async Task Localisations_are_given_only_when_asked_for()
    {
        await using var world = await World.StartAsync();
        var command = Command("repair");
        command["name_localizations"] = new JsonObject { ["de"] = "reparatur" };
        await world.Bot.PostAsync(Global(world), command);

        Assert.Null((await world.Bot.GetAsync(Global(world))).Body![0]!["name_localizations"]);
        Assert.Equal("reparatur", (await world.Bot.GetAsync($"{Global(world)}?with_localizations=true")).Body![0]!["name_localizations"]!["de"]!.ToString());
    }

    [Fact]
    public async Task Commands_of_a_guild_and_global_ones_are_offered_side_by_side_in_the_guild_only()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PutAsync(Global(world), new[] { Command("everywhere") });
        await world.Bot.PutAsync($"applications/{world.Server.ApplicationId}/guilds/{world.Server.Guild.Id}/commands", new[] { Command("here") });

        world.Ann.Run(world.Server.Guild, "here");
        world.Ann.Run(world.Server.Guild, "everywhere");
        world.Ann.RunInDirect("everywhere");
        Assert.Throws<NotPossibleException>(() => world.Ann.RunInDirect("here"));
    }

    [Fact]
    public async Task Contexts_and_a_shared_guild_decide_where_a_command_is_offered()
    {
        await using var world = await World.StartAsync();
        var command = Command("guilds-only");
        command["contexts"] = new JsonArray(JsonValue.Create(0));
        await world.Bot.PutAsync(Global(world), new[] { command, Command("everywhere") });

        Assert.Throws<NotPossibleException>(() => world.Ann.RunInDirect("guilds-only"));
        world.Ann.RunInDirect("everywhere");
        world.Ann.Leave(world.Server.Guild);
        Assert.Throws<NotPossibleException>(() => world.Ann.RunInDirect("everywhere"));
        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "everywhere"));
    }

    [Fact]
    public async Task Options_are_given_as_the_command_says()
    {
        await using var world = await World.StartAsync();
        using var socket = await RawSocket.ReadyAsync(world.Server);
        var sub = new JsonObject
        {
            ["type"] = 1,
            ["name"] = "set",
            ["description"] = "Set",
            ["options"] = new JsonArray(
                new JsonObject { ["type"] = 3, ["name"] = "zone", ["description"] = "Zone", ["required"] = true, ["max_length"] = 5 },
                new JsonObject { ["type"] = 5, ["name"] = "hide", ["description"] = "Hide" },
                new JsonObject { ["type"] = 6, ["name"] = "who", ["description"] = "Who" }),
        };
        var command = Command("settings");
        command["options"] = new JsonArray(sub);
        await world.Bot.PutAsync(Global(world), new[] { command });

        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "settings"));
        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "settings set"));
        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "settings set", ("zone", "UTC"), ("no", 1)));
        Assert.Throws<NotPossibleException>(() => world.Ann.Run(world.Server.Guild, "settings set", ("zone", "too long")));
        world.Ann.Run(world.Server.Guild, "settings set", ("zone", "UTC"), ("hide", true), ("who", world.Ann));
        var data = (await socket.NextAsync("INTERACTION_CREATE"))["data"]!;

        Assert.Equal("set", data["options"]![0]!["name"]!.ToString());
        Assert.Equal(["UTC", "true", $"{world.Ann.Id}"], data["options"]![0]!["options"]!.AsArray().Select(option => option!["value"]!.ToString()));
        Assert.Equal("ann", data["resolved"]!["users"]![$"{world.Ann.Id}"]!["username"]!.ToString());
    }

    [Fact]
    public async Task Two_hundred_creates_a_day_are_allowed_in_one_scope_and_known_names_are_none()
    {
        var time = new ManualTime();
        await using var world = await World.StartAsync(new LoopbackOptions { Time = time, Limits = new LoopbackLimits { CommandCreatesPerDay = 2 } });
        world.Server.RateLimits.AreEnforced = false;
        await world.Bot.PutAsync(Global(world), new[] { Command("a"), Command("b") });
        Assert.Equal(200, (await world.Bot.PutAsync(Global(world), new[] { Command("a"), Command("b", "Other") })).Status);
        Assert.Equal(30034, (await world.Bot.PostAsync(Global(world), Command("c"))).Code);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(201, (await world.Bot.PostAsync(Global(world), Command("c"))).Status);
    }

    [Fact]
    public async Task There_are_at_most_a_hundred()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(200, (await world.Bot.PutAsync(Global(world), Enumerable.Range(0, 100).Select(number => Command($"c{number}")))).Status);
        Assert.Equal(30032, (await world.Bot.PostAsync(Global(world), Command("more"))).Code);
    }

    [Theory]
    [InlineData("repair", true)]
    [InlineData("wieder-gut_2", true)]
    [InlineData("перемирие", true)]
    [InlineData("Repair", false)]
    [InlineData("re pair", false)]
    [InlineData("", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg", false)]
    public async Task Names_are_short_lower_case_words(string name, bool taken) => await DependsAsync(taken, "name", Command(name));

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(0, false)]
    [InlineData(101, false)]
    public async Task A_description_has_1_to_100_characters(int length, bool taken) => await DependsAsync(taken, "description", Command("repair", Some.Text(length)));

    [Fact]
    public async Task Options_and_choices_number_at_most_25()
    {
        await DependsAsync(true, "", With(Options(25)));
        await DependsAsync(false, "options", With(Options(26)));
        var many = Option("o");
        many["choices"] = new JsonArray([.. Enumerable.Range(0, 26).Select(number => new JsonObject { ["name"] = $"{number}", ["value"] = $"{number}" })]);
        await DependsAsync(false, "options.0.choices", With(many));
    }

    [Fact]
    public async Task Required_options_come_first_and_names_are_unique()
    {
        var required = Option("b");
        required["required"] = true;
        await DependsAsync(true, "", With(required.DeepClone(), Option("a")));
        await DependsAsync(false, "options.1.required", With(Option("a"), required));
        await DependsAsync(false, "options.1.name", With(Option("a"), Option("a")));
    }

    [Fact]
    public async Task Subcommands_are_not_mixed_with_options_and_groups_nest_one_level()
    {
        await DependsAsync(true, "", With(Group(Sub("a"))));
        await DependsAsync(false, "options.0.type", With(Sub("a"), Option("b")));
        await DependsAsync(false, "options.0.options.0.type", With(Group(Group(Sub("a")))));
    }

    [Fact]
    public async Task Unknown_locales_are_refused()
    {
        var command = Command("repair");
        command["name_localizations"] = new JsonObject { ["xx"] = "repair" };
        await DependsAsync(false, "name_localizations.xx", command);
    }

    [Fact]
    public async Task A_command_has_at_most_8000_characters_the_longest_translation_counting()
    {
        var options = Options(25);
        foreach (var option in options)
        {
            option["choices"] = new JsonArray([.. Enumerable.Range(0, 3).Select(number => new JsonObject { ["name"] = $"{number}" + Some.Text(49), ["value"] = $"{number}" + Some.Text(49) })]);
        }

        await DependsAsync(true, "", With([.. options.Select(option => option.DeepClone())]));
        foreach (var option in options)
        {
            option["description_localizations"] = new JsonObject { ["de"] = Some.Text(100) };
        }

        await DependsAsync(false, "options", With([.. options]));
    }

    private static string Global(World world) => $"applications/{world.Server.ApplicationId}/commands";

    private static JsonObject Command(string name, string description = "Some words") => new() { ["name"] = name, ["description"] = description };

    private static JsonObject With(params JsonNode[] options)
    {
        var command = Command("repair");
        command["options"] = new JsonArray(options);
        return command;
    }

    private static JsonObject Option(string name) => new() { ["type"] = 3, ["name"] = name, ["description"] = "An option" };

    private static JsonObject[] Options(int count) => [.. Enumerable.Range(0, count).Select(number => Option($"o{number}"))];

    private static JsonObject Sub(string name) => new() { ["type"] = 1, ["name"] = name, ["description"] = "A part" };

    private static JsonObject Group(JsonObject inner) => new() { ["type"] = 2, ["name"] = "group", ["description"] = "A group", ["options"] = new JsonArray(inner) };

    private static async Task DependsAsync(bool taken, string path, JsonNode command)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.PostAsync(Global(world), command);
        Assert.Equal(taken ? 201 : 400, answer.Status);
        if (!taken)
        {
            Assert.NotEmpty(answer.ErrorsAt(path));
        }
    }
}
