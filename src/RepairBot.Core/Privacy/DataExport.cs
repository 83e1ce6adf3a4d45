using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Chat;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Privacy;

/// <summary>Everything a person gave, under the questions they were asked, as JSON and as readable Markdown.</summary>
internal sealed record DataExport(int Format, ImmutableArray<ExportedRepair> Repairs, ImmutableArray<ExportedText> Typed)
{
    private const int CurrentFormat = 1;

    /// <summary>Reads an export out of everything a person has.</summary>
    /// <param name="all">All repairs and messages.</param>
    /// <param name="name">A question's short name, for questions whose words are gone.</param>
    public static DataExport Of(Everything all, Func<QuestionKey, string> name)
    {
        var asked = all.Messages.ToDictionary(message => message.Id, message => message.Text.Reveal());
        return new DataExport(
            CurrentFormat,
            [.. all.Repairs.Select(repair => OfRepair(repair, asked, name))],
            [.. all.Messages.Where(message => message.From == Sender.Person && !message.Text.IsBlank).OrderBy(message => message.First)
                .Select(message => new ExportedText(message.Repair is { } repair ? IdOf(repair) : null, message.Step, message.At, message.Text.Reveal()))]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, DataExportJson.Default.DataExport);

    public string ToMarkdown()
    {
        var text = new StringBuilder("# RepairBot: my data\n");
        foreach (var repair in Repairs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Repair of {repair.StartedAt:yyyy-MM-dd} ({repair.State})\n");
            foreach (var answer in repair.Answers)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {Line(answer.Question)}\n\n");
                text.Append(answer.Skipped ? "*Skipped.*\n" : Quote(answer.Text));
                text.Append(CultureInfo.InvariantCulture, $"\n{answer.At:yyyy-MM-dd HH:mm} UTC{(answer.LookAgain ? ", to look at again" : "")}\n");
            }

            foreach (var rating in repair.Ratings)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n- Heat {rating.Value} of 10 at {rating.At:yyyy-MM-dd HH:mm} UTC");
            }

            foreach (var action in repair.Actions)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n\n### Promise for {action.On:yyyy-MM-dd}\n\n").Append(Quote(action.Act));
            }

            foreach (var checkIn in repair.CheckIns)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n- {checkIn.AskedOn:yyyy-MM-dd}, {checkIn.Said}: {Line(checkIn.Act)}");
                text.Append(checkIn.Note.Length > 0 ? $" ({Line(checkIn.Note)})" : "");
            }
        }

        text.Append('\n');
        if (!Typed.IsEmpty)
        {
            text.Append("\n## Everything typed into the chat\n");
            foreach (var typed in Typed)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{Quote(typed.Text)}\n{typed.At:yyyy-MM-dd HH:mm} UTC\n");
            }
        }

        return text.ToString();
    }

    private static ExportedRepair OfRepair(Repair repair, Dictionary<MessageId, string> asked, Func<QuestionKey, string> name) => new(
        IdOf(repair.Id),
        repair.State,
        repair.StartedAt,
        repair.LastAt,
        Steps.NameOf(repair.Now.Step),
        [.. repair.Answers.Select(answer => new ExportedAnswer(
            Steps.NameOf(answer.Key.Step),
            answer.Key.ToString(),
            asked.GetValueOrDefault(answer.Asked) is { Length: > 0 } words ? words : name(answer.Key),
            answer.Guide,
            answer.At,
            TextOf(answer),
            answer.Values,
            answer.Fields.ToImmutableDictionary(field => field.Id, field => field.Text.Reveal()),
            answer.Skipped,
            answer.LookAgain))],
        [.. repair.Ratings.Select(rating => new ExportedRating(rating.Value, rating.At, rating.After))],
        [.. repair.Promises.Select(promise => new ExportedAction(
            promise.Number, promise.Act.Reveal(), promise.Cue.Reveal(), promise.PlanB.Reveal(), promise.SeenAs.Reveal(), promise.Tag,
            promise.Confidence, promise.On, promise.AgreedAt, promise.CheckIns))],
        [.. repair.CheckIns.Select(one => new ExportedCheckIn(
            one.Promise, one.Act.Reveal(), one.AskedOn, one.At, one.Said, one.Note.Reveal()))],
        [.. repair.Parked.Select(text => text.Reveal())]);

    private static string IdOf(RepairId repair) => repair.Value.ToString("x16", CultureInfo.InvariantCulture);

    private static string TextOf(Answer answer) => answer.AllWords() is { Length: > 0 } words ? words : string.Join(", ", answer.Values);

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static string Quote(string text) => "> " + text.ReplaceLineEndings("\n> ") + "\n";
}

/// <summary>One repair in an export.</summary>
internal sealed record ExportedRepair(
    string Id,
    RepairState State,
    DateTimeOffset StartedAt,
    DateTimeOffset LastAt,
    string Step,
    ImmutableArray<ExportedAnswer> Answers,
    ImmutableArray<ExportedRating> Ratings,
    ImmutableArray<ExportedAction> Actions,
    ImmutableArray<ExportedCheckIn> CheckIns,
    ImmutableArray<string> Parked);

/// <summary>One answer in an export.</summary>
/// <param name="Step">The step's stable name.</param>
/// <param name="Key">The step, and within it the extra question's id or the part.</param>
/// <param name="Question">The words that were asked.</param>
/// <param name="Guide">The guide version whose words they were.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">The answer in words; chosen values where there are none.</param>
/// <param name="Values">Chosen values.</param>
/// <param name="Fields">Words by form field.</param>
/// <param name="Skipped">The person chose to skip.</param>
/// <param name="LookAgain">Something it depended on was changed since.</param>
internal sealed record ExportedAnswer(
    string Step,
    string Key,
    string Question,
    int Guide,
    DateTimeOffset At,
    string Text,
    ImmutableArray<string> Values,
    ImmutableDictionary<string, string> Fields,
    bool Skipped,
    bool LookAgain);

/// <summary>One text that was typed into the chat, whether it became an answer or not.</summary>
/// <param name="Repair">The repair it was typed in; null outside one.</param>
/// <param name="Step">The stable name of the step that was open; null when none was.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">The words.</param>
internal sealed record ExportedText(string? Repair, string? Step, DateTimeOffset At, string Text);

/// <summary>One heat rating in an export.</summary>
internal sealed record ExportedRating(int Value, DateTimeOffset At, string? After);

/// <summary>One promise in an export.</summary>
internal sealed record ExportedAction(
    int Number, string Act, string Cue, string PlanB, string SeenAs, string? Tag, int? Confidence, DateOnly On, DateTimeOffset AgreedAt,
    bool CheckIns);

/// <summary>One check-in in an export.</summary>
internal sealed record ExportedCheckIn(int Promise, string Act, DateOnly AskedOn, DateTimeOffset At, string Said, string Note);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DataExport))]
internal sealed partial class DataExportJson : JsonSerializerContext;
