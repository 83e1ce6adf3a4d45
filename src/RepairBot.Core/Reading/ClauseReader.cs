namespace RepairBot.Core.Reading;

/// <summary>
/// Finds sentences and clauses and what each clause is about. Clauses are also found without punctuation: at joining words and where a
/// new subject meets a verb.
/// </summary>
internal sealed class ClauseReader
{
    private const int VerbWithin = 5;
    private readonly Grammar _g;

    public ClauseReader(Lexicon lexicon) => _g = new Grammar(lexicon);

    public ReadText Read(string text, List<Token> words)
    {
        var tokens = words.ToArray();
        var clauses = new List<Clause>();
        var sentence = -1;
        var first = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var starts = StartsClause(tokens, i, first);
            if (starts && i > first)
            {
                clauses.Add(ClauseOf(tokens, first, i, clauses));
                first = i;
            }

            var hard = i == 0 || tokens[i].Before == Boundary.Hard;
            sentence += hard ? 1 : 0;
            var traits = tokens[i].Traits | (starts ? TokenTraits.ClauseStart : TokenTraits.None) | (hard ? TokenTraits.SentenceStart : TokenTraits.None);
            tokens[i] = tokens[i] with { Sentence = sentence, Clause = clauses.Count, Traits = traits };
        }

        if (tokens.Length > 0)
        {
            clauses.Add(ClauseOf(tokens, first, tokens.Length, clauses));
        }

        MarkReportedSpeech(tokens);
        return new ReadText(text, tokens, [.. clauses]);
    }

    private bool StartsClause(Token[] tokens, int i, int first)
    {
        var token = tokens[i];
        if (i == 0 || token.Before != Boundary.None)
        {
            return true;
        }

        if (token.Is(_g.Lead))
        {
            return true;
        }

        if (token.Is(_g.WeakLead))
        {
            return VerbFollows(tokens, i + 1);
        }

        return token.Is(_g.SubjectPronoun) && i > first && IsFreeSubject(tokens, i);
    }

    private bool VerbFollows(Token[] tokens, int from)
    {
        for (var i = from; i < tokens.Length && i < from + VerbWithin && tokens[i].Before == Boundary.None; i++)
        {
            if (tokens[i].Is(_g.Finite))
            {
                return true;
            }
        }

        return false;
    }

    // "… told coach | you skipped …", but not "made you feel", "if you", "what you", "with you".
    private bool IsFreeSubject(Token[] tokens, int i)
    {
        var before = tokens[i - 1];
        var next = i + 1 < tokens.Length && tokens[i + 1].Before == Boundary.None ? tokens[i + 1] : default;
        if (next.Word is null || before.Is(_g.BindsPronoun))
        {
            return false;
        }

        return next.Is(_g.Finite) || next.Is(_g.Adverb) && VerbFollows(tokens, i + 2);
    }

    private Clause ClauseOf(Token[] tokens, int first, int end, List<Clause> before)
    {
        var at = first;
        var lead = tokens[at].Is(_g.Lead) || tokens[at].Is(_g.WeakLead) ? tokens[at].Word : null;
        var conditional = false;
        while (at < end && (tokens[at].Is(_g.Lead) || tokens[at].Is(_g.WeakLead) || tokens[at].Is(_g.If)))
        {
            conditional |= tokens[at].Is(_g.If);
            at++;
        }

        var verb = at;
        while (verb < end && !tokens[verb].Is(_g.Finite))
        {
            verb++;
        }

        var subject = Subject(tokens, at, verb, end);
        if (subject == Person.None && lead is not null && before.Count > 0 && verb == at)
        {
            subject = before[^1].Subject;
        }

        var tense = verb < end ? TenseOf(tokens, verb, end) : Tense.None;
        return new Clause(first, end, subject, tense, Negated(tokens, at, Math.Min(end, verb + 3)), conditional, lead);
    }

    private Person Subject(Token[] tokens, int from, int verb, int end)
    {
        for (var i = from; i < verb || (i == verb && i < end); i++)
        {
            if (tokens[i].Is(_g.I))
            {
                return Person.First;
            }

            if (tokens[i].Is(_g.We))
            {
                return Person.FirstPlural;
            }

            if (tokens[i].Is(_g.You))
            {
                return Person.Second;
            }
        }

        return verb > from ? Person.Third : Person.None;
    }

    private Tense TenseOf(Token[] tokens, int verb, int end)
    {
        var word = tokens[verb];
        if (word.Is(_g.Will))
        {
            return Tense.Future;
        }

        var next = verb + 1 < end ? tokens[verb + 1] : default;
        if (word.Word is "'d" && next.Word is not null && next.Is(_g.Participle) && !next.Is(_g.Base))
        {
            return Tense.Past;
        }

        if (word.Is(_g.Modal))
        {
            return Tense.Modal;
        }

        if (word.Is(_g.Have) && !word.Is(_g.Past) && next.Word is not null && (next.Is(_g.Participle) || next.Is(_g.Adverb) || next.Is(_g.Negator)))
        {
            return Tense.Perfect;
        }

        return word.Is(_g.Past) ? Tense.Past : Tense.Present;
    }

    private bool Negated(Token[] tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is(_g.Negator))
            {
                return true;
            }
        }

        return false;
    }

    // "You said I never listen": what follows a report by "you" counts as quoted up to the end of the sentence.
    private void MarkReportedSpeech(Token[] tokens)
    {
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (!tokens[i].Is(_g.You) || !tokens[i + 1].Is(_g.Say) || !IsReport(tokens, i + 2))
            {
                continue;
            }

            for (var k = i + 2; k < tokens.Length && tokens[k].Before != Boundary.Hard && !IsNewThought(tokens, k, i + 2); k++)
            {
                tokens[k] = tokens[k] with { Traits = tokens[k].Traits | TokenTraits.Quoted };
            }
        }
    }

    private bool IsReport(Token[] tokens, int at)
    {
        at += tokens[at].Is(_g.Me) ? 1 : 0;
        at += at < tokens.Length && tokens[at].Is(_g.That) ? 1 : 0;
        return at < tokens.Length && tokens[at].Is(_g.SubjectPronoun);
    }

    private bool IsNewThought(Token[] tokens, int at, int from) =>
        at > from + 2 && tokens[at].Has(TokenTraits.ClauseStart) && (tokens[at].Is(_g.Lead) || tokens[at].Is(_g.WeakLead));
}
