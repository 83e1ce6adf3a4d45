using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Storage;

namespace RepairBot.Benchmarks.Memory;

/// <summary>
/// What the real program keeps resident: after its start, after some turns over HTTP, and after it has been idle again. Linux only: it reads
/// the kernel's own figure (VmRSS).
/// </summary>
internal static class IdleMemory
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(BenchOptions options)
    {
        using var folder = new TemporaryDirectory();
        var url = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RepairBot.dll"), "run", "--LocalChat:Url", url])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (options.Only is { } store)
        {
            start.ArgumentList.Add("--RepairBot:Store");
            start.ArgumentList.Add(store);
        }

        using var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.ErrorDataReceived += (_, _) => { };
        bot.BeginOutputReadLine();
        bot.BeginErrorReadLine();
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            await AnswersAsync(http, bot);
            await Task.Delay(Settle, TimeProvider.System);
            Say("after the start", bot);
            var people = options.People[0];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, people), async (i, stop) => await TalkAsync(http, $"p{i.ToString(CultureInfo.InvariantCulture)}", options.Turns / people, stop));
            Say($"after {options.Turns} turns of {people} people", bot);
            await Task.Delay(options.Idle, TimeProvider.System);
            Say($"idle for {options.Idle.TotalSeconds} s", bot);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    private static void Say(string when, Process bot)
    {
        var line = File.ReadLines($"/proc/{bot.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kibibytes = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when,-32} {kibibytes / 1024.0,7:F1} MiB"));
    }

    // Repairs one after the other, each question answered the usual way.
    private static async Task TalkAsync(HttpClient http, string person, int turns, CancellationToken stop)
    {
        var answers = new UsualAnswers();
        JsonElement? open = null;
        for (var turn = 0; turn < turns; turn++)
        {
            var (call, body) = open is { } question ? ("actions", Answer(question, answers)) : ("commands", (object)new { name = "repair start" });
            using var response = await http.PostAsJsonAsync(new Uri($"/api/people/{person}/{call}", UriKind.Relative), body, stop);
            response.EnsureSuccessStatusCode();
            var shown = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
            open = shown.GetProperty("messages").EnumerateArray().Where(message => Forward(message).Any()).Select(message => (JsonElement?)message).LastOrDefault();
        }
    }

    private static IEnumerable<JsonElement> Forward(JsonElement message) =>
        message.GetProperty("actions").EnumerateArray().Where(action => action.GetProperty("role").GetString() == "forward");

    private static object Answer(JsonElement question, UsualAnswers answers)
    {
        var step = question.TryGetProperty("step", out var named) ? named.GetString()! : "";
        var wanted = answers.ValueFor(step);
        var forward = Forward(question).ToList();
        var keep = forward.FirstOrDefault(action => action.GetProperty("name").GetString() is "keep" or "keep-it", forward[0]);
        var action = forward.FirstOrDefault(action => action.GetProperty("name").GetString() == wanted || Values(action).Contains(wanted), keep);
        var values = Values(action);
        return new
        {
            message = question.GetProperty("id").GetString(),
            action = action.GetProperty("id").GetString(),
            values = values.Count == 0 ? [] : new[] { wanted is not null && values.Contains(wanted) ? wanted : values[0] },
            fields = Items(action, "fields").Select(field => field.GetProperty("id").GetString()!).ToDictionary(field => field, field => answers.WordsFor(step, field)),
        };
    }

    private static List<string?> Values(JsonElement action) => [.. Items(action, "options").Select(option => option.GetProperty("value").GetString())];

    private static JsonElement.ArrayEnumerator Items(JsonElement action, string name) =>
        action.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static async Task AnswersAsync(HttpClient http, Process bot)
    {
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!bot.HasExited)
            {
                // Not there yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
