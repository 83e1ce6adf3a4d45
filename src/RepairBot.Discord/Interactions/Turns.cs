using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Chat;
using RepairBot.Core.Privacy;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;
using RepairBot.Discord.Texts;

namespace RepairBot.Discord.Interactions;

/// <summary>Puts what came from Discord into the conversation's words and takes the turn.</summary>
internal sealed class Turns(TurnLoop loop, KeyRing keys, KnownPeople people, ILogger<Turns> log)
{
    // Purposes of the keyed hashes that ids are made of; a hash of one says nothing about another.
    private const string Interactions = "discord-interaction";
    private const string Messages = "discord-message";
    private const string Changes = "discord-message-change";
    private const string Deletions = "discord-message-deletion";

    /// <summary>One turn; null when it failed and nothing of it happened. It does not throw.</summary>
    public async Task<TurnAnswer?> TakeAsync(PlatformIdentity who, ChatEvent chatEvent)
    {
#pragma warning disable CA1031 // One person's turn must not end the program; the person is told, or the text is taken up again.
        var answer = default(TurnAnswer);
        try
        {
            answer = await loop.HandleAsync(who, chatEvent, CancellationToken.None);
            if (answer.Result is TurnResult.Taken)
            {
                await people.KeepAsync(who);
            }
        }
        catch (Exception e)
        {
            log.TurnFailed(e.GetType().Name);
        }

        return answer;
#pragma warning restore CA1031
    }

    /// <summary>The event of an interaction; null for one that is none.</summary>
    public ChatEvent? EventOf(Arrival arrival)
    {
        var id = arrival.Origin.Ref.Id;
        var key = string.Create(CultureInfo.InvariantCulture, $"i{id}");
        return arrival switch
        {
            Arrival.Command command => new ChatEvent.Command(key, Seed(Interactions, id), command.Name, command.Options),
            Arrival.Press press => Pressed(key, id, press.CustomId, press.Values, ImmutableDictionary<string, PrivateText>.Empty),
            Arrival.Form form => Pressed(key, id, form.CustomId, [], form.Fields),
            _ => null,
        };
    }

    /// <summary>The event of a typed message.</summary>
    /// <param name="message">Discord's id of it.</param>
    /// <param name="words">What it says.</param>
    /// <param name="seen">The last sequence number its person can have seen; null for whatever there is.</param>
    public ChatEvent Typed(ulong message, PrivateText words, long? seen) => new ChatEvent.Typed(
        string.Create(CultureInfo.InvariantCulture, $"m{message}"), Seed(Messages, message), words, seen);

    /// <summary>The event of a typed message's change.</summary>
    public ChatEvent Retyped(ulong message, DateTimeOffset at, PrivateText words) => new ChatEvent.Retyped(
        string.Create(CultureInfo.InvariantCulture, $"c{message}-{at.ToUnixTimeMilliseconds()}"), Seed(Changes, message ^ (ulong)at.ToUnixTimeMilliseconds()),
        MessageOf(message), words);

    /// <summary>The event of a typed message's deletion.</summary>
    public ChatEvent Withdrawn(ulong message) => new ChatEvent.Withdrawn(
        string.Create(CultureInfo.InvariantCulture, $"d{message}"), Seed(Deletions, message), MessageOf(message));

    private MessageId MessageOf(ulong message) => ChatEvent.Typed.MessageOf(Seed(Messages, message));

    private ChatEvent.Pressed? Pressed(
        string key, ulong interaction, string customId, ImmutableArray<string> values, ImmutableDictionary<string, PrivateText> fields) =>
        CustomId.Parse(customId) is { } id
            ? new ChatEvent.Pressed(key, Seed(Interactions, interaction), id.Action.Message, id.Action.ToString(), values, fields)
            : null;

    // The same id makes the same random-looking bits, and nobody without the key can tell the id from them.
    private ulong Seed(string purpose, ulong id) => BinaryPrimitives.ReadUInt64LittleEndian(
        keys.HashIdentity(purpose, id.ToString(CultureInfo.InvariantCulture)).Bytes.Span);
}
