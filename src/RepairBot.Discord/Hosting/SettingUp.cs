using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Repairs;
using RepairBot.Discord.Commands;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Hosting;

/// <summary>What is done once connected: the commands.</summary>
internal sealed class SettingUp(DiscordRest rest, CommandRegistration registration, DiscordSettings settings, ILogger<SettingUp> log)
{
    private static readonly TimeSpan Call = TimeSpan.FromSeconds(15);

    /// <summary>Registers the commands. It does not throw.</summary>
    /// <param name="joined">Every server the bot is in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RegisterAsync(IEnumerable<ulong> joined, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Without new commands the old ones work, and everything else does.
        try
        {
            var commands = CommandCatalogue.For(Turn.CommandNames);
            var writes = await ApplicationAsync(cancellationToken) is { } application
                ? await registration.EnsureAsync(application, settings.GuildId, joined, commands, cancellationToken)
                : null;
            if (writes is { } count)
            {
                log.CommandsRegistered(commands.Length, count);
            }
            else
            {
                log.CommandsNotRegistered();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.SettingUpFailed(e.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private async Task<ulong?> ApplicationAsync(CancellationToken cancellationToken)
    {
        if (await rest.SendAsync(Route.Application, content: null, Call, cancellationToken) is not RestAnswer.Done done)
        {
            return null;
        }

        using var json = JsonDocument.Parse(done.Body);
        return ulong.Parse(json.RootElement.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
    }
}
