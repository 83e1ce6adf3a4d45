using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Interactions;
using RepairBot.LoopbackDiscord.Users;
using RepairBot.Testing.Conversations;

namespace RepairBot.Discord.Tests.Harness;

/// <summary>A person who answers what they see with buttons, menus, forms or typed words, as their client lets them.</summary>
internal sealed class Player(DiscordBot bot, LoopbackUser user)
{
    private readonly UsualAnswers answers = new();

    /// <summary>Who.</summary>
    public LoopbackUser User => user;

    /// <summary>Kinds of what was used so far.</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>Everything that was asked so far.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Who they are to the bot.</summary>
    public PlatformIdentity Who => Origin.Identify(user.Id);

    /// <summary>The newest message that asks something, on the screen and in the bot's records.</summary>
    public async Task<(ShownMessage Shown, Message Message)> QuestionAsync()
    {
        foreach (var shown in user.Sees.Reverse())
        {
            if (await MessageOfAsync(shown) is { } message && message.Actions.Any(action => action.Role == ActionRole.Forward))
            {
                return (shown, message);
            }
        }

        throw new InvalidOperationException("Nothing is asked on the screen.");
    }

    /// <summary>Answers the open question the usual way, typed where it asks for words and <paramref name="typing"/> says so.</summary>
    public async Task AnswerAsync(bool typing)
    {
        var (shown, question) = await QuestionAsync();
        Asked.Add(question.Step ?? "");
        var press = answers.To(question);
        var before = await SeqAsync();
        if (typing && press.Action is { Kind: ActionKind.Form, Fields.Length: 1 } && Steps.Named(question.Step ?? "") is not null)
        {
            Used.Add("typed");
            bot.Time.Pass(TimeSpan.FromSeconds(3));
            user.Type(press.Fields.Values.First().Reveal());
        }
        else
        {
            await OperateAsync(shown, press);
        }

        await TakenAsync(before);
    }

    /// <summary>Presses a button by its stable name, on the newest message that has one.</summary>
    public async Task PressAsync(string name)
    {
        var before = await SeqAsync();
        var message = user.Sees.Last(shown => shown.Buttons.Any(button => NameOf(button) == name));
        user.Press(message, message.Buttons.First(button => NameOf(button) == name));
        await TakenAsync(before);
    }

    /// <summary>Waits until the bot took something after a sequence number, and until all of it is on the screen.</summary>
    public async Task TakenAsync(long before)
    {
        await WaitAsync(async () => await SeqAsync() > before, "the turn");
        await ShownAsync();
    }

    /// <summary>Waits until the screen shows what the bot has said.</summary>
    public Task ShownAsync() => WaitAsync(
        async () => (await bot.UnsettledAsync(Who)).Count == 0, "what the bot said");

    /// <summary>The highest sequence number there is.</summary>
    public async Task<long> SeqAsync() => (await bot.Loop.ReadAsync(Who, 0, CancellationToken.None)) is [.., var last] ? last.Seq : 0;

    /// <summary>The action's stable name on a button.</summary>
    public static string NameOf(ShownComponent button) => CustomId.Parse(button.CustomId)?.Action.Name ?? "";

    private async Task OperateAsync(ShownMessage shown, UsualAnswers.Press press)
    {
        var id = CustomId.Of(press.Action).ToString();
        switch (press.Action.Kind)
        {
            case ActionKind.Button:
                Used.Add("button");
                user.Press(shown, shown.Button(id));
                break;
            case ActionKind.Select:
                Used.Add("menu");
                user.Choose(shown, shown.Select(id), [.. press.Values]);
                break;
            default:
                Used.Add("form");
                var opener = user.Press(shown, shown.Button(id));
                await opener.WaitForModalAsync();
                user.Submit(opener, [.. press.Fields.Select(field => (field.Key, (object)field.Value.Reveal()))]);
                break;
        }
    }

    private async Task<Message?> MessageOfAsync(ShownMessage shown) =>
        shown.Components.Select(component => CustomId.Parse(component.CustomId)).FirstOrDefault(id => id is not null) is { } id
            ? await bot.Loop.FindAsync(Who, id.Action.Message, CancellationToken.None)
            : null;

    /// <summary>Waits until something holds.</summary>
    public static async Task WaitAsync(Func<Task<bool>> holds, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > LoopbackUser.Patience)
            {
                throw new TimeoutException($"Waited for {what}.");
            }

            await Task.Yield();
        }
    }
}
