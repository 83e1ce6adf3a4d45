using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RepairBot.Testing.Storage;

namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>The real executable in a process of its own, which can be killed and started again on the same data.</summary>
internal sealed class LocalChatProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory folder = new();
    private readonly string[] arguments;
    private readonly StringBuilder log = new();
    private Process? process;

    /// <param name="arguments">More arguments, such as settings.</param>
    public LocalChatProcess(params string[] arguments)
    {
        this.arguments = arguments;
        var port = FreePort();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Http { get; }

    /// <summary>The process's working directory: data and keys are in it.</summary>
    public string Folder => folder.Path;

    /// <summary>Everything the process wrote so far, on both streams.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public ChatClient As(string person) => new(Http, person);

    /// <summary>Starts and waits until it answers.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(StartInfo("--LocalChat:Url", Http.BaseAddress!.GetLeftPart(UriPartial.Authority)))!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(patience.Token))
        {
            Assert.False(process.HasExited, $"The process ended:{Environment.NewLine}{Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Ends it as a power cut would: no handler runs.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM) and answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"])!;
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Runs a verb to its end; answers its exit code and what it wrote.</summary>
    public async Task<(int ExitCode, string Output)> VerbAsync(params string[] verb)
    {
        using var run = Process.Start(StartInfo(verb))!;
        var error = run.StandardError.ReadToEndAsync();
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, output + await error);
    }

    /// <summary>Its resident memory, in bytes.</summary>
    public long ResidentMemory()
    {
        process!.Refresh();
        return process.WorkingSet64;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        Http.Dispose();
        folder.Dispose();
    }

    private ProcessStartInfo StartInfo(params string[] verb) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "RepairBot.dll"), .. verb, .. arguments])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/healthz", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
