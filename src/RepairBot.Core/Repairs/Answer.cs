using System.Collections.Immutable;
using RepairBot.Core.Chat;

namespace RepairBot.Core.Repairs;

/// <summary>One answer, filed under the question the person saw.</summary>
public sealed record Answer
{
    /// <summary>The question.</summary>
    public required QuestionKey Key { get; init; }

    /// <summary>The version of the guide whose words were shown.</summary>
    public required int Guide { get; init; }

    /// <summary>When it was given or last changed, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The message that asked it, so that an export can show the words that were asked.</summary>
    public required MessageId Asked { get; init; }

    /// <summary>Chosen values; empty for words.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Words in one piece; empty for a choice or a form with several fields.</summary>
    public PrivateText Text { get; init; }

    /// <summary>Words by field; empty unless the question is a form with several fields.</summary>
    public ImmutableArray<FieldText> Fields { get; init; } = [];

    /// <summary>The person chose to skip.</summary>
    public bool Skipped { get; init; }

    /// <summary>Something it depended on was changed since.</summary>
    public bool LookAgain { get; init; }

    /// <summary>The screen held it: kept, but never coached or drafted from.</summary>
    public bool Held { get; init; }

    /// <summary>It came as typed messages, so that a further quick one is joined to it.</summary>
    public bool Typed { get; init; }

    /// <summary>The one value chosen; null when there is none.</summary>
    public string? Value => Values.Length > 0 ? Values[0] : null;

    /// <summary>The words of one field, or of the whole answer for <c>answer</c>; empty when there are none.</summary>
    public PrivateText Field(string id)
    {
        foreach (var field in Fields)
        {
            if (field.Id == id)
            {
                return field.Text;
            }
        }

        return id == "answer" ? Text : default;
    }

    /// <summary>All words, one piece after the other.</summary>
    public string AllWords() =>
        Fields.IsEmpty ? Text.Reveal() : string.Join('\n', Fields.Select(field => field.Text.Reveal()).Where(text => text.Length > 0));
}

/// <summary>The words of one form field.</summary>
public sealed record FieldText(string Id, PrivateText Text);
