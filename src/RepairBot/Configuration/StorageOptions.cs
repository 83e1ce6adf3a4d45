namespace RepairBot.Configuration;

/// <summary>The stores there are. Which of them a build can open stands in <see cref="Composition.Stores"/>.</summary>
internal enum StoreKind
{
    /// <summary>LiteDB behind a journal, in the data directory.</summary>
    LiteDb,

    /// <summary>SQLite, in the data directory.</summary>
    Sqlite,
}

/// <summary>Where conversations are kept, and for how long.</summary>
internal sealed record StorageOptions(string DataDirectory, StoreKind Store, TimeSpan Retention)
{
    public static StorageOptions Read(SettingReader settings)
    {
        var options = new StorageOptions(
            settings.Path("RepairBot:DataDirectory", "data", "`data`", "Where conversations are kept. Made when it is missing; one process has it to itself."),
            settings.Choice("RepairBot:Store", Composition.Stores, "The kind of store in the data directory."),
            settings.Duration(
                "RepairBot:Retention",
                TimeSpan.FromDays(90),
                TimeSpan.FromDays(1),
                TimeSpan.FromDays(3650),
                "How long a person's data is kept after they were last active. They are warned once before it is erased."));
        settings.Secret(
            "RepairBot:ConnectionString",
            "left empty: the stores of this build are files in the data directory",
            _ => false,
            "How to reach a store on a server. A secret; it never appears in a message.");
        return options;
    }
}
