using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RepairBot.LoopbackDiscord;
using RepairBot.Testing.Storage;

namespace RepairBot.Tests.OnDiscord;

/// <summary>The real executable on a Discord on loopback, with its health page.</summary>
internal sealed class DiscordProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory folder = new();
    private readonly StringBuilder said = new();
    private readonly StringBuilder complained = new();
    private readonly LoopbackServer discord;
    private readonly HttpClient health;
    private Process? process;

    public DiscordProcess(LoopbackServer discord)
    {
        this.discord = discord;
        health = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}") };
    }

    /// <summary>What it wrote to the standard error stream so far.</summary>
    public string Complained
    {
        get
        {
            lock (complained)
            {
                return complained.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="token">Null for the bot's.</param>
    /// <param name="findsGateway">True to ask Discord where the gateway is, as without a proxy.</param>
    public void Start(string? token = null, bool findsGateway = false)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RepairBot.dll"), "run"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Discord__Token"] = token ?? discord.Token,
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
                ["RepairBot__HealthUrl"] = health.BaseAddress!.AbsoluteUri,
            },
        };
        if (!findsGateway)
        {
            start.Environment["Discord__GatewayUrl"] = discord.GatewayUrl.AbsoluteUri;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(complained, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it and waits until it is well and its commands are there.</summary>
    public async Task StartWellAsync()
    {
        Start();
        await UntilAsync(HttpStatusCode.OK);
        await discord.WaitUntilAsync(() => discord.CommandsIn(null).Count > 0, Patience, "commands");
    }

    /// <summary>Waits until its health page answers so.</summary>
    public async Task UntilAsync(HttpStatusCode wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await HealthAsync(patience.Token) != wanted)
        {
            Assert.False(process!.HasExited, $"The process ended:{Environment.NewLine}{Complained}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>What its health page answers; null while there is none.</summary>
    public async Task<HttpStatusCode?> HealthAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await health.GetAsync(new Uri("/healthz", UriKind.Relative), cancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks it to stop (SIGTERM).</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process!.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        health.Dispose();
        folder.Dispose();
    }

    private static void Keep(StringBuilder lines, string? line)
    {
        lock (lines)
        {
            lines.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
