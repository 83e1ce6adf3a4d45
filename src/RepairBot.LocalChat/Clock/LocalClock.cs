using System.Text.Json;
using System.Text.Json.Serialization;
using RepairBot.Core.Storage;

namespace RepairBot.LocalChat.Clock;

/// <summary>
/// A clock that runs like the machine's and can be moved on. How far it is ahead is kept in a file, so that a restart does not bring
/// back a day that has passed. May be read from many threads; one at a time moves it.
/// </summary>
public sealed class LocalClock : TimeProvider
{
    /// <summary>The file's name in the data directory.</summary>
    public const string FileName = "local-clock.json";

    /// <summary>As far ahead as it goes.</summary>
    internal static readonly TimeSpan FarthestAhead = TimeSpan.FromDays(200 * 366);

    private readonly string file;
    private readonly TimeProvider machine;
    private long aheadTicks;

    private LocalClock(string file, TimeProvider machine, TimeSpan ahead) => (this.file, this.machine, aheadTicks) = (file, machine, ahead.Ticks);

    /// <summary>How far ahead of the machine's clock it is.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref aheadTicks));

    /// <summary>Every instant is UTC here; a person's zone is a setting of theirs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Reads how far ahead the clock was; without a file it shows the machine's time.</summary>
    /// <param name="dataDirectory">Where the file is; made when it is missing.</param>
    /// <param name="machine">The machine's time.</param>
    /// <exception cref="StoreException">The file can't be read: going on would turn time back.</exception>
    public static LocalClock Open(string dataDirectory, TimeProvider machine)
    {
        var path = Path.Combine(dataDirectory, FileName);
        try
        {
            DurableFile.CreateDirectory(dataDirectory);
            return new LocalClock(path, machine, File.Exists(path) ? Read(path) : TimeSpan.Zero);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{path} can't be read. Check that this user may use the data directory.", e);
        }
        catch (JsonException e)
        {
            throw new StoreException(
                StoreFailure.Damaged, $"{path} can't be read. It should say, for example, {{\"ahead\":\"1.00:00:00\"}}.", e);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves on, first on the disk, so that a kill in between can't turn time back. An instant that has passed moves nothing.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        var ahead = instant - machine.GetUtcNow();
        if (ahead <= Ahead)
        {
            return;
        }

        DurableFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(new Kept(ahead), LocalClockJson.Default.Kept));
        Interlocked.Exchange(ref aheadTicks, ahead.Ticks);
    }

    private static TimeSpan Read(string path)
    {
        var kept = JsonSerializer.Deserialize(File.ReadAllBytes(path), LocalClockJson.Default.Kept);
        return kept is { Ahead: var ahead } && ahead >= TimeSpan.Zero && ahead <= FarthestAhead ? ahead : throw new JsonException();
    }

    internal sealed record Kept(TimeSpan Ahead);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LocalClock.Kept))]
internal sealed partial class LocalClockJson : JsonSerializerContext;
