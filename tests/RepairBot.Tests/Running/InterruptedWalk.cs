using System.Net;
using RepairBot.LocalChat.Tests.Harness;
using RepairBot.Testing.Transcripts;

namespace RepairBot.Tests.Running;

/// <summary>
/// One person on the whole way of a transcript, with a program that is killed over and over: some calls are answered just before, some are
/// under way. Checks after each restart that the person is where they were.
/// </summary>
internal sealed class InterruptedWalk(LocalChatProcess bot, string person, string file)
{
    private readonly ChatClient client = bot.As(person);
    private readonly ChatPlayer player = new(bot.As(person));
    private readonly Queue<TranscriptLine> lines = new(ChatPlayer.LinesOf(file));
    private readonly List<string> typed = [];

    private string what = "";
    private object body = "";
    private string key = "";
    private int events;

    /// <summary>Free words, each with the step they answer.</summary>
    public List<(string Step, string Words)> Said { get; } = [];

    /// <summary>False at the end of the way.</summary>
    public bool HasMore => lines.Count > 0;

    /// <summary>Calls that were on the disk although the kill came before their answer.</summary>
    public int KeptUnanswered { get; private set; }

    /// <summary>Calls that the kill came before.</summary>
    public int NeverTaken { get; private set; }

    /// <summary>Does the next lines up to the first that sends something, and what it says must be so.</summary>
    public async Task GoOnAsync()
    {
        if (!Prepare())
        {
            return;
        }

        await SendAsync();
        CheckSteps();
    }

    /// <summary>Readies the next call; false when there is none.</summary>
    public bool Prepare()
    {
        if (!lines.TryDequeue(out var line))
        {
            return false;
        }

        key = $"{person}-{++events}";
        (what, body) = player.CallOf(line, key)!.Value;
        typed.AddRange(line.Verb == "types" ? [line.Text] : []);
        Said.AddRange(ChatPlayer.WordsOf(line).Select(words => (StepOf(player.Question!), words)));
        return true;
    }

    /// <summary>Sends the readied call and takes its answer on the screen.</summary>
    public async Task SendAsync()
    {
        var reply = await client.PostAsync(what, body);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        player.Show(reply.Feed!);
    }

    /// <summary>Sends the readied call into a kill; true when it was answered all the same.</summary>
    public async Task<bool> TrySendAsync()
    {
        try
        {
            await SendAsync();
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    /// <summary>After a restart, when the last call was answered: all of it is there, nothing else is, and the same question is open.</summary>
    public async Task CheckAnsweredAsync()
    {
        var feed = await client.MessagesAsync();

        Assert.Equal(player.Seq, feed.Seq);
        Assert.Equal(player.InSight.Select(message => (message.Id, message.Seq, message.Text)), Visible(feed).Select(message => (message.Id, message.Seq, message.Text)));
        CheckOneQuestion(feed);
        CheckSteps();
    }

    /// <summary>After a restart, when the last call was not answered: it was taken wholly or not at all, and sent again it counts once.</summary>
    public async Task SendAgainAndCheckAsync()
    {
        var news = await client.MessagesAsync(player.Seq);
        var taken = news.Messages.Count > 0;
        (KeptUnanswered, NeverTaken) = taken ? (KeptUnanswered + 1, NeverTaken) : (KeptUnanswered, NeverTaken + 1);
        await SendAsync();
        var first = await client.MessagesAsync();
        if (taken)
        {
            Assert.Equal(news.Seq, first.Seq);
        }

        await SendAsync();
        Assert.Equal(first.Seq, (await client.MessagesAsync()).Seq);
        player.Show(first);
        CheckOneQuestion(first);
        CheckSteps();
    }

    /// <summary>The export, as JSON.</summary>
    public async Task<string> ExportAsync()
    {
        var shown = (await client.CommandAsync("mydata export")).Feed!.Messages;
        return await bot.Http.GetStringAsync(new Uri(shown.First(message => message.File?.Name.EndsWith(".json", StringComparison.Ordinal) == true).File!.Url, UriKind.Relative));
    }

    private void CheckOneQuestion(Feed feed)
    {
        var visible = Visible(feed).ToList();
        var questions = visible.Where(ChatPlayer.IsQuestion).ToList();
        Assert.True(questions.Count <= 1, $"{person} has {questions.Count} open questions.");
        Assert.Equal(player.Question?.Id, questions.SingleOrDefault()?.Id);
        Assert.Equal(typed, visible.Where(message => message.From == person && typed.Contains(message.Text)).Select(message => message.Text));
    }

    private void CheckSteps()
    {
        while (lines.TryPeek(out var line) && line.Person is null)
        {
            lines.Dequeue();
            if (line.Verb == "Step")
            {
                Assert.Equal(line.Text, player.Question?.Step);
            }
        }
    }

    // A reading asks whether to change the draft.
    private static string StepOf(ShownMessage question) => question.Step == "reading" ? "draft" : question.Step!;

    private static IEnumerable<ShownMessage> Visible(Feed feed) => feed.Messages.Where(message => !message.Removed).OrderBy(message => message.Seq);
}
