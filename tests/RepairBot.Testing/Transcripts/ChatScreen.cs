using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>What one person sees: every message in its newest version, and what the last event brought.</summary>
public sealed class ChatScreen
{
    private readonly Dictionary<MessageId, Message> messages = [];
    private readonly List<Message> versions = [];
    private readonly List<Message> fresh = [];

    /// <summary>The highest sequence number shown.</summary>
    public long Seen { get; private set; }

    /// <summary>The same before the last event.</summary>
    public long SeenBefore { get; private set; }

    /// <summary>The bot's messages that the last event brought for the first time, in order.</summary>
    public IReadOnlyList<Message> Fresh => fresh;

    /// <summary>Everything in sight, in order.</summary>
    public IEnumerable<Message> InSight => messages.Values.Where(message => !message.Removed).OrderBy(message => message.At).ThenBy(message => message.Seq);

    /// <summary>What can be pressed, the newest message first.</summary>
    public IEnumerable<Message> Live => versions.AsEnumerable().Reverse().Where(version => !version.Actions.IsEmpty && ReferenceEquals(messages[version.Id], version));

    /// <summary>Every version that could be pressed once and can't be any more, the newest first.</summary>
    public IEnumerable<Message> Past => versions.AsEnumerable().Reverse().Where(version => !version.Actions.IsEmpty && messages[version.Id].Actions.IsEmpty);

    /// <summary>The newest message that waits for an answer; null when none does.</summary>
    public Message? Question => Live.FirstOrDefault(message => message.Actions.Any(action => action.Role == ActionRole.Forward));

    /// <summary>Another event begins.</summary>
    public void Begin()
    {
        fresh.Clear();
        SeenBefore = Seen;
    }

    /// <summary>The person starts anew: sequence numbers count from the beginning again.</summary>
    public void Restart() => Seen = 0;

    /// <summary>A message, or a later version of one, comes on the screen.</summary>
    public void Show(Message message)
    {
        if (!messages.ContainsKey(message.Id) && message is { From: Sender.Bot, Removed: false })
        {
            fresh.Add(message);
        }

        messages[message.Id] = message;
        versions.Add(message);
        Seen = Math.Max(Seen, message.Seq);
    }
}
