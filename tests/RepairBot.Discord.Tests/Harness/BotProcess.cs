using System.Diagnostics;
using System.Text;
using RepairBot.LoopbackDiscord;
using RepairBot.Testing.Storage;

namespace RepairBot.Discord.Tests.Harness;

/// <summary>The real program in a process of its own, on a Discord on loopback; it can be killed and started again on the same data.</summary>
internal sealed class BotProcess(LoopbackServer discord, string store) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory folder = new();
    private readonly StringBuilder log = new();
    private Process? process;

    /// <summary>Starts and waits until it is connected and its commands are there.</summary>
    public async Task StartAsync()
    {
        // The budget for new sessions lasts over restarts; here as many happen in a minute as elsewhere in months.
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        File.Delete(Path.Combine(folder.Path, "data", "discord-sessions"));
        var before = discord.Log.Identifies;
        process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "RepairBot.dll"), "run",
            "--Discord:Token", discord.Token, "--Discord:ApiBaseUrl", discord.ApiBaseUrl.AbsoluteUri, "--Discord:GatewayUrl", discord.GatewayUrl.AbsoluteUri,
            "--RepairBot:Store", store,
        ])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await discord.WaitUntilAsync(
                () => discord.Log.Identifies > before && discord.Gateway.ReadyConnections == 1 && discord.CommandsIn(null).Count > 0, Patience, "the bot");
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"The program did not connect:{Environment.NewLine}{log}", e);
        }
    }

    /// <summary>Ends it as a power cut would: no handler runs. Returns once Discord has noticed.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        await discord.WaitUntilAsync(() => discord.Gateway.ReadyConnections == 0, Patience, "the end of the connection");
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        folder.Dispose();
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }
}
