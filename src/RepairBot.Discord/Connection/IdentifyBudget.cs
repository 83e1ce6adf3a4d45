using System.Text.Json;
using Microsoft.Extensions.Logging;
using RepairBot.Core.Storage;

namespace RepairBot.Discord.Connection;

/// <summary>
/// How often the bot may begin a new session. Discord ends every session and resets the token after 1,000 in a day; this stays under 50
/// whatever happens, restarts included. Resuming a session costs nothing. May be used from many threads.
/// </summary>
internal sealed class IdentifyBudget
{
    /// <summary>Most new sessions in any 24 hours.</summary>
    public const int MostADay = 45;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // After so long without a new session the last one counts as good, and the next needs no pause.
    private static readonly TimeSpan Good = TimeSpan.FromHours(2);

    // The least pause after one, two, three … new sessions that were not good.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(6),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly string? file;
    private readonly ILogger<IdentifyBudget> log;
    private readonly List<DateTimeOffset> taken;

    /// <param name="time">The time.</param>
    /// <param name="file">Where new sessions are noted, so that a program that is started over and over keeps to it; null for nowhere.</param>
    /// <param name="log">Is told when the note can't be read or written: the count is then kept in memory only.</param>
    public IdentifyBudget(TimeProvider time, string? file, ILogger<IdentifyBudget> log)
    {
        (this.time, this.file, this.log) = (time, file, log);
        taken = Load();
    }

    /// <summary>How long until a new session may begin; zero or less for now.</summary>
    public TimeSpan Wait()
    {
        lock (gate)
        {
            return WaitUnderGate();
        }
    }

    /// <summary>Begins a new session; false when it is too early.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            if (WaitUnderGate() > TimeSpan.Zero)
            {
                return false;
            }

            taken.Add(time.GetUtcNow());
            Save();
            return true;
        }
    }

    private TimeSpan WaitUnderGate()
    {
        var now = time.GetUtcNow();

        // A clock that was set back must not lock the bot out.
        taken.RemoveAll(at => now - at >= Day || at > now);
        if (taken.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var pause = taken[^1] + Pauses[Math.Min(Bad(), Pauses.Length) - 1] - now;
        var day = taken.Count < MostADay ? TimeSpan.Zero : taken[^MostADay] + Day - now;
        return pause > day ? pause : day;
    }

    // How many in a row were not good, the last included.
    private int Bad()
    {
        var bad = 1;
        while (bad < taken.Count && taken[^bad] - taken[^(bad + 1)] < Good)
        {
            bad++;
        }

        return bad;
    }

    private List<DateTimeOffset> Load()
    {
        try
        {
            return file is not null && File.Exists(file) ? JsonSerializer.Deserialize<List<DateTimeOffset>>(File.ReadAllBytes(file)) ?? [] : [];
        }
        catch (JsonException)
        {
            // What can't be read is worth no more than a pause.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.SessionsNotNoted(e.GetType().Name);
            return [];
        }
    }

    // A full disk must not keep the bot from connecting: this process counts on, and only a start over would forget.
    private void Save()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            DurableFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(taken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.SessionsNotNoted(e.GetType().Name);
        }
    }
}
