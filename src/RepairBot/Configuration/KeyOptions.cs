namespace RepairBot.Configuration;

/// <summary>Where the keys are that seal what people write.</summary>
internal sealed record KeyOptions(string KeyDirectory, string MasterKeyFile)
{
    public static KeyOptions Read(SettingReader settings, string dataDirectory)
    {
        const string Directory = "RepairBot:KeyDirectory";
        var keys = settings.Path(Directory, "keys", "`keys`", "Where each person's wrapped key is. Keep it out of backups of the data: who is erased stays erased then.");
        var master = settings.Path(
            "RepairBot:MasterKeyFile",
            Path.Combine(keys, "master.key"),
            "`master.key` in the key directory",
            "The key that all others are wrapped with. Made on the first start; without it nothing can be read.");

        if (IsInside(keys, dataDirectory))
        {
            settings.Mistake($"{Directory} must be outside RepairBot:DataDirectory, so that a backup of the data holds no keys.");
        }

        return new KeyOptions(keys, master);
    }

    private static bool IsInside(string path, string directory) =>
        !Path.GetRelativePath(directory, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(directory, path));
}
