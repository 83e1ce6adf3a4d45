using RepairBot.Configuration;
using RepairBot.Core.Guides;
using RepairBot.Core.Privacy;
using RepairBot.Core.Storage;

namespace RepairBot.Verbs;

/// <summary>Says in plain words why a verb failed, where the failure is the world's or the operator's and not a defect.</summary>
internal static class Plainly
{
    /// <summary>Exit code of a verb that failed.</summary>
    public const int Failed = 1;

    /// <summary>Whether an exception's message is made for whoever runs the program.</summary>
    public static bool IsPlain(Exception e) => e is SettingsException or GuideException or StoreException or KeyException or IOException or UnauthorizedAccessException;

    public static async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception e) when (IsPlain(e))
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }
}
