using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RepairBot.Core.Repairs;

/// <summary>
/// Answers, one to a question, in the order in which they were first given. What a record held stays as it was written until somebody asks for it, and
/// is written back so: a turn reads about half of the answers and changes one or two. Never changes; may be read from many threads at once.
/// </summary>
[CollectionBuilder(typeof(AnswerList), nameof(Of))]
public sealed class AnswerList : IReadOnlyList<Answer>
{
    private const byte NewLine = (byte)'\n';

    private readonly Entry[] entries;

    // A bit for each step that was answered; two steps may share one. Most questions a turn asks about have no answer yet.
    private readonly ulong steps;

    private AnswerList(Entry[] entries)
    {
        this.entries = entries;
        foreach (var entry in entries)
        {
            steps |= BitOf(entry.Key.Step);
        }
    }

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public Answer this[int index] => entries[index].Read();

    /// <summary>Answers to different questions.</summary>
    public static AnswerList Of(params ReadOnlySpan<Answer> answers)
    {
        var made = new Entry[answers.Length];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = new Entry(answers[i]);
        }

        return new AnswerList(made);
    }

    /// <summary>The answer to a question; null when there is none.</summary>
    public Answer? To(QuestionKey key) => IndexOf(key) is >= 0 and var at ? entries[at].Read() : null;

    /// <summary>True when any other question was answered.</summary>
    public bool HasOtherThan(QuestionKey key) => entries.Length > (IndexOf(key) < 0 ? 0 : 1);

    /// <summary>The same with one answer more, or with another in the place of the one to the same question.</summary>
    public AnswerList With(Answer answer)
    {
        var at = IndexOf(answer.Key);
        var entry = new Entry(answer);
        if (at < 0)
        {
            return new AnswerList([.. entries, entry]);
        }

        Entry[] next = [.. entries];
        next[at] = entry;
        return new AnswerList(next);
    }

    /// <summary>The same without the answer to a question.</summary>
    public AnswerList Without(QuestionKey key) => new([.. entries.Where(entry => entry.Key != key)]);

    /// <inheritdoc/>
    public IEnumerator<Answer> GetEnumerator()
    {
        for (var i = 0; i < entries.Length; i++)
        {
            yield return entries[i].Read();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads answers that stand on a line each.</summary>
    internal static AnswerList ReadLines(ReadOnlySpan<byte> lines)
    {
        ReadOnlyMemory<byte> kept = lines.ToArray();
        var read = new Entry[lines.Count(NewLine) + 1];
        for (var i = 0; i < read.Length; i++)
        {
            var end = kept.Span.IndexOf(NewLine);
            read[i] = new Entry(end < 0 ? kept : kept[..end]);
            kept = kept[(end + 1)..];
        }

        return new AnswerList(read);
    }

    /// <summary>Writes each answer on a line of its own, with the line's end before it.</summary>
    internal void WriteLines(IBufferWriter<byte> to, Utf8JsonWriter json)
    {
        foreach (var entry in entries)
        {
            to.Write([NewLine]);
            entry.Write(to, json);
        }
    }

    private static ulong BitOf(Step step) => 1UL << ((int)step % 64);

    private int IndexOf(in QuestionKey key)
    {
        if ((steps & BitOf(key.Step)) == 0)
        {
            return -1;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key.Step == key.Step && entries[i].Key.Detail == key.Detail)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed class Entry
    {
        private readonly ReadOnlyMemory<byte> written;
        private Answer? answer;

        public Entry(Answer answer)
        {
            Key = answer.Key;
            this.answer = answer;
        }

        public Entry(ReadOnlyMemory<byte> written)
        {
            Key = StateJson.ReadKey(written.Span);
            this.written = written;
        }

        public QuestionKey Key { get; }

        // Two threads may both read it; either answer will do.
        public Answer Read() => answer ??= StateJson.ReadAnswer(written.Span);

        public void Write(IBufferWriter<byte> to, Utf8JsonWriter json)
        {
            if (written.IsEmpty)
            {
                StateJson.WriteAnswer(json, answer!);
            }
            else
            {
                to.Write(written.Span);
            }
        }
    }
}
