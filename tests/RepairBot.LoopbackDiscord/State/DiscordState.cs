using RepairBot.LoopbackDiscord.Commands;
using RepairBot.LoopbackDiscord.Gateway;
using RepairBot.LoopbackDiscord.Interactions;
using RepairBot.LoopbackDiscord.Limits;
using RepairBot.LoopbackDiscord.Traffic;

namespace RepairBot.LoopbackDiscord.State;

/// <summary>Everything the loopback Discord remembers. Read and changed only while holding <see cref="Gate"/>.</summary>
internal sealed class DiscordState
{
    public DiscordState(LoopbackOptions options)
    {
        Options = options;
        Token = options.Token;
        Ids = new Snowflakes(options.Time);
        Bot = new Account(Ids.Next(), options.BotName, IsBot: true);
        Commands = new CommandRegistry(this);
        Gateway = new LoopbackGateway(this);
        NewDirectMessages = new Counter(options.Limits.NewDirectMessages, options.WireTime);
    }

    public Lock Gate { get; } = new();

    public LoopbackOptions Options { get; }

    public Snowflakes Ids { get; }

    /// <summary>Pulsed after every change.</summary>
    public Signal Changed { get; } = new();

    /// <summary>The bot's user; the application has the same id.</summary>
    public Account Bot { get; }

    public string Token { get; set; }

    /// <summary>Where the server listens; known once it has started.</summary>
    public Uri Address { get; set; } = null!;

    public CommandRegistry Commands { get; }

    public LoopbackGateway Gateway { get; }

    public Counter NewDirectMessages { get; }

    public Dictionary<ulong, UserRecord> Users { get; } = [];

    public Dictionary<ulong, GuildRecord> Guilds { get; } = [];

    public Dictionary<ulong, DiscordChannel> Channels { get; } = [];

    public Dictionary<ulong, Interaction> Interactions { get; } = [];

    public Dictionary<string, Interaction> InteractionsByToken { get; } = [];

    public TrafficLog Log { get; } = new();

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public Account? AccountOf(ulong user) => user == Bot.Id ? Bot : Users.GetValueOrDefault(user)?.Account;

    public bool SharesGuild(UserRecord user) => Guilds.Values.Any(guild => guild.HasBot && guild.Members.Contains(user.Id));

    /// <summary>The direct messages with a person; opens them without any limit, as a person's own click does.</summary>
    public DiscordChannel DirectWith(UserRecord user)
    {
        if (user.Direct is null)
        {
            user.Direct = new DiscordChannel(Ids.Next(), this, guild: null, user.Id);
            Channels.Add(user.Direct.Id, user.Direct);
        }

        return user.Direct;
    }
}
