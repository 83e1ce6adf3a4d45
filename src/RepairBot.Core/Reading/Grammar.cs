namespace RepairBot.Core.Reading;

/// <summary>The classes every shared lexicon declares so that clauses can be read.</summary>
internal sealed class Grammar(Lexicon lexicon)
{
    public WordClass I { get; } = lexicon.Class("i");

    public WordClass Me { get; } = lexicon.Class("me");

    public WordClass We { get; } = lexicon.Class("we");

    public WordClass You { get; } = lexicon.Class("you");

    public WordClass SubjectPronoun { get; } = lexicon.Class("subject-pronoun");

    public WordClass That { get; } = lexicon.Class("that");

    public WordClass Lead { get; } = lexicon.Class("lead");

    public WordClass WeakLead { get; } = lexicon.Class("weak-lead");

    public WordClass BindsPronoun { get; } = lexicon.Class("binds-pronoun");

    public WordClass If { get; } = lexicon.Class("if");

    public WordClass Negator { get; } = lexicon.Class("negator");

    public WordClass Finite { get; } = lexicon.Class("finite");

    public WordClass Adverb { get; } = lexicon.Class("adverb");

    public WordClass Will { get; } = lexicon.Class("will");

    public WordClass Modal { get; } = lexicon.Class("modal");

    public WordClass Have { get; } = lexicon.Class("have");

    public WordClass Participle { get; } = lexicon.Class("pp");

    public WordClass Base { get; } = lexicon.Class("base");

    public WordClass Past { get; } = lexicon.Class("past-any");

    public WordClass Say { get; } = lexicon.Class("say");
}
