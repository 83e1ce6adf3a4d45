using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Testing.Transcripts;

/// <summary>Several people's chats with the bot, on some platform, as transcripts play them.</summary>
public interface ITranscriptChat : IAsyncDisposable
{
    /// <summary>What a person sees.</summary>
    ChatScreen ScreenOf(string person);

    /// <summary>A command with its options.</summary>
    Task<TurnAnswer> CommandAsync(string person, string name, params IEnumerable<(string Name, string Value)> options);

    /// <summary>A typed text.</summary>
    /// <param name="person">Who.</param>
    /// <param name="text">The words.</param>
    /// <param name="unseen">It was sent before the bot's last answer was on the screen.</param>
    Task<TurnAnswer> TypeAsync(string person, string text, bool unseen);

    /// <summary>A press, a choice or a form.</summary>
    Task<TurnAnswer> ActAsync(
        string person, Message message, ChatAction action, ImmutableArray<string> values, IEnumerable<(string Id, string Text)> fields);

    /// <summary>Moves the clock and serves what comes due: on the way, or, asleep, all at the end.</summary>
    Task AdvanceAsync(TimeSpan by, bool asleep);

    /// <summary>The next messages reach nobody, until the program starts again.</summary>
    void LoseMessages();

    /// <summary>Ends the program and starts it again, with other guides if there are any; what was not confirmed is shown.</summary>
    Task RestartAsync(string? otherGuides);
}
