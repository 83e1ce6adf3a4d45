using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using RepairBot.Discord.Connection;

namespace RepairBot.Discord.Hosting;

/// <summary>Connects at the start, and at the end lets nothing more come in.</summary>
internal sealed class GatewayWorker(
    DiscordSocketClient client, DiscordSettings settings, GatewayEvents events, GatewayWatch watch, SettingUp settingUp) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        events.Listen(client);
        client.Ready += OnReadyAsync;
        watch.Watch(client);
        await client.LoginAsync(TokenType.Bot, settings.Token);
        await client.StartAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await client.StopAsync();
    }

    public void Dispose() => stopping.Dispose();

    private Task OnReadyAsync()
    {
        var joined = client.Guilds.Select(guild => guild.Id).ToList();
        _ = Task.Run(() => settingUp.RegisterAsync(joined, stopping.Token));
        return Task.CompletedTask;
    }
}
