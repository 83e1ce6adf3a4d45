using System.Collections.Immutable;
using System.Globalization;
using Discord;
using Discord.WebSocket;
using RepairBot.Core.Chat;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Interactions;

/// <summary>Takes out of Discord.Net's objects what the adapter needs. Reads nothing from anywhere else, so that it is done in no time.</summary>
internal static class ArrivalReader
{
    /// <summary>What came.</summary>
    public static Arrival Read(SocketInteraction interaction)
    {
        var betweenPeople = interaction.ContextType == InteractionContextType.PrivateChannel;
        var origin = new Origin(
            new InteractionRef(interaction.Id, interaction.Token, interaction.ApplicationId),
            interaction.User.Id,
            interaction.GuildId,
            interaction.GuildId is null && !betweenPeople ? interaction.ChannelId : null,
            interaction.UserLocale ?? "")
        {
            IsBetweenPeople = betweenPeople,
        };
        return interaction switch
        {
            SocketSlashCommand command => new Arrival.Command(origin, NameOf(command.Data), OptionsOf(command.Data)),
            SocketMessageComponent press => new Arrival.Press(origin, press.Data.CustomId, press.Data.Values is { } values ? [.. values] : []),
            SocketModal form => new Arrival.Form(origin, form.Data.CustomId, FieldsOf(form.Data)),
            _ => new Arrival.Other(origin),
        };
    }

    private static string NameOf(SocketSlashCommandData command) =>
        SubcommandOf(command) is { } sub ? $"{command.Name} {sub.Name}" : command.Name;

    private static ImmutableDictionary<string, PrivateText> OptionsOf(SocketSlashCommandData command)
    {
        var options = SubcommandOf(command) is { } sub ? sub.Options : command.Options;
        return options.ToImmutableDictionary(
            option => option.Name, option => new PrivateText(Convert.ToString(option.Value, CultureInfo.InvariantCulture) ?? ""));
    }

    private static SocketSlashCommandDataOption? SubcommandOf(SocketSlashCommandData command) =>
        command.Options.FirstOrDefault(option => option.Type == ApplicationCommandOptionType.SubCommand);

    private static ImmutableDictionary<string, PrivateText> FieldsOf(SocketModalData form)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, PrivateText>();
        foreach (var field in form.Components)
        {
            fields[field.CustomId] = new PrivateText(field.Value ?? "");
        }

        return fields.ToImmutable();
    }
}
