using System.Text;
using System.Text.Json;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Conversations;

namespace RepairBot.Discord.Tests.Harness;

/// <summary>A person on the short way who knows nothing of the bot but what stands on their screen.</summary>
internal sealed class Walker(LoopbackServer discord, AheadTime time, LoopbackUser user, bool types)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly UsualAnswers answers = new UsualAnswers().With("length", "short").With("heat-before", "2");

    /// <summary>The open question; null when there is none.</summary>
    public ShownMessage? Question => Questions.LastOrDefault();

    /// <summary>Every message that asks a question of a repair and can still be answered.</summary>
    public IEnumerable<ShownMessage> Questions => user.Direct.Where(message => StepOf(message) is not null);

    /// <summary>The steps answered in peace, in order.</summary>
    public List<string> Answered { get; } = [];

    /// <summary>Who.</summary>
    public LoopbackUser User => user;

    /// <summary>The step a message asks; null when it asks none.</summary>
    public static string? StepOf(ShownMessage message) => message.Components
        .Select(component => CustomId.Parse(component.CustomId)?.Action.Question)
        .FirstOrDefault(question => question is not null && QuestionKey.Parse(question) is not null);

    /// <summary>Begins a repair in the direct messages.</summary>
    public async Task BeginAsync()
    {
        user.RunInDirect("repair start");
        await discord.WaitUntilAsync(() => Question is not null, Patience, "the first question");
    }

    /// <summary>Answers the open question and waits for what comes of it.</summary>
    public async Task AnswerAsync()
    {
        var before = Question!;
        await DoAsync(before);
        await MovedAsync(before);
        Answered.Add(StepOf(before)!);
    }

    /// <summary>Waits until a question is answered.</summary>
    public Task MovedAsync(ShownMessage before) => discord.WaitUntilAsync(
        () => Questions.All(question => question.Id != before.Id) && (Question is not null || StepOf(before) == "closing"), Patience, $"an answer to {StepOf(before)}");

    /// <summary>Presses, chooses, fills in or types the answer.</summary>
    /// <param name="question">Which question.</param>
    /// <param name="patience">How long a form may take to open; null for long.</param>
    public async Task DoAsync(ShownMessage question, TimeSpan? patience = null)
    {
        var step = StepOf(question)!;
        if (types && TypedTo(question) is { } words)
        {
            Type(words);
            return;
        }

        var value = answers.ValueFor(step);
        if (value is not null && question.Selects.FirstOrDefault(list => list.Options.Any(option => option.Value == value)) is { } list)
        {
            user.Choose(question, list, value);
        }
        else if (question.Buttons.FirstOrDefault(button => Player.NameOf(button) == value) is { } named)
        {
            user.Press(question, named);
        }
        else if (FormOf(question) is { } form)
        {
            var opener = user.Press(question, form);
            var modal = await opener.WaitForModalAsync(patience ?? Patience);
            user.Submit(opener, [.. modal.Inputs.Select(input => (input.CustomId, (object)answers.WordsFor(step, input.CustomId)))]);
        }
        else
        {
            user.Press(question, question.Buttons.First());
        }
    }

    /// <summary>Types, some time after the last text: what comes within two seconds would go on with it.</summary>
    public void Type(string words)
    {
        time.Pass(TimeSpan.FromSeconds(3));
        user.Type(words);
    }

    /// <summary>What can be typed as the answer; null where something is chosen.</summary>
    public string? TypedTo(ShownMessage question) =>
        FormOf(question) is { } form && CustomId.Parse(form.CustomId) is { Fields: 1 } && answers.ValueFor(StepOf(question)!) is null
            ? answers.WordsFor(StepOf(question)!, "answer")
            : null;

    /// <summary>Waits until everything that was begun for this person before now stands on their screen.</summary>
    public async Task CaughtUpAsync()
    {
        var command = user.RunInDirect("about");
        await discord.WaitUntilAsync(() => command is { State: InteractionState.Acknowledged, Message: null }, Patience, "the end of a command");
    }

    /// <summary>What the bot knows of the repair: answers and ratings, without ids and instants.</summary>
    public async Task<IReadOnlyList<string>> ExportAsync()
    {
        user.RunInDirect("mydata export");
        var message = await user.WaitForAsync(shown => shown.Files.Any(file => file.Name == "repairbot-export.json"), Patience);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString([.. message.Files[0].Bytes]));
        return [.. json.RootElement.GetProperty("repairs").EnumerateArray().SelectMany(FactsOf)];
    }

    private static IEnumerable<string> FactsOf(JsonElement repair) =>
    [
        $"state {repair.GetProperty("state")}",
        .. repair.GetProperty("answers").EnumerateArray().Select(answer => $"{answer.GetProperty("step")}: {answer.GetProperty("text")}"),
        .. repair.GetProperty("ratings").EnumerateArray().Select(_ => "rating"),
        .. repair.GetProperty("actions").EnumerateArray().Select(_ => "action"),
    ];

    private static ShownButton? FormOf(ShownMessage question) => question.Buttons.FirstOrDefault(button =>
        CustomId.Parse(button.CustomId) is { Gesture: Gesture.OpenForm or Gesture.OpenFilledForm, Action.Name: "answer" });
}
