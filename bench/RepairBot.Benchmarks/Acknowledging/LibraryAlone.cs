using Discord;
using Discord.Net.Rest;
using Discord.WebSocket;
using RepairBot.LoopbackDiscord;
using RepairBot.LoopbackDiscord.Users;

namespace RepairBot.Benchmarks.Acknowledging;

/// <summary>A bot that is nothing but Discord.Net 3.16: it answers with the library's own calls, keeps nothing and says nothing else.</summary>
internal sealed class LibraryAlone : IContender
{
    private readonly DiscordSocketClient library;
    private readonly Dictionary<ulong, IDMChannel> channels = [];

    private LibraryAlone(DiscordSocketClient library) => this.library = library;

    /// <summary>Connects and registers the command.</summary>
    /// <param name="discord">Where.</param>
    /// <param name="answer">How it acknowledges.</param>
    /// <param name="insideHandler">True awaits the answer in the event's handler, false beside the gateway's loop.</param>
    public static async Task<IContender> StartAsync(LoopbackServer discord, Func<SocketInteraction, Task> answer, bool insideHandler)
    {
        var client = new DiscordSocketClient(new DiscordSocketConfig
        {
            GatewayIntents = global::Discord.GatewayIntents.DirectMessages,
            RestClientProvider = _ => DefaultRestClientProvider.Instance(discord.ApiBaseUrl.AbsoluteUri),
            MaxWaitBetweenGuildAvailablesBeforeReady = 0,
            LogLevel = LogSeverity.Critical,
        });
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Ready += () =>
        {
            ready.TrySetResult();
            return Task.CompletedTask;
        };
        client.InteractionCreated += interaction =>
        {
            if (insideHandler)
            {
                return QuietlyAsync(() => answer(interaction));
            }

            _ = Task.Run(() => QuietlyAsync(() => answer(interaction)));
            return Task.CompletedTask;
        };
        await client.LoginAsync(TokenType.Bot, discord.Token, validateToken: false);
        await client.StartAsync();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        await client.CreateGlobalApplicationCommandAsync(new SlashCommandBuilder()
            .WithName("repair")
            .WithDescription("A repair")
            .WithContextTypes(InteractionContextType.Guild, InteractionContextType.BotDm)
            .AddOption("status", ApplicationCommandOptionType.SubCommand, "Where you are")
            .Build());
        return new LibraryAlone(client);
    }

    public async Task MeetAsync(IReadOnlyList<LoopbackUser> people)
    {
        var button = new ComponentBuilder().WithButton("Go on", "go-on").Build();
        foreach (var person in people)
        {
            var user = await library.Rest.GetUserAsync(person.Id);
            channels[person.Id] = await user.CreateDMChannelAsync();
            await channels[person.Id].SendMessageAsync("A question.", components: button);
        }
    }

    public Task PingAsync(LoopbackUser person) => QuietlyAsync(() => channels[person.Id].SendMessageAsync("How is it going with what you wanted to do?"));

    public async ValueTask DisposeAsync()
    {
        await library.StopAsync();
        await library.DisposeAsync();
    }

    // The library gives up by itself what it thinks too late; what did not arrive is counted where it was to arrive.
    private static async Task QuietlyAsync(Func<Task> call)
    {
#pragma warning disable CA1031 // A bot goes on after a call that failed.
        try
        {
            await call();
        }
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }
}
