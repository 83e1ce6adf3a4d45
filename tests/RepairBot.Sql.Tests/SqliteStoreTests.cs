using RepairBot.Testing.Storage;

namespace RepairBot.Sql.Tests;

public sealed class SqliteRecordTests : RecordContract<SqliteHarness>;

public sealed class SqliteMessageTests : MessageContract<SqliteHarness>;

public sealed class SqliteReminderTests : ReminderContract<SqliteHarness>;

public sealed class SqliteLifetimeTests : LifetimeContract<SqliteHarness>;

public sealed class SqliteEmbeddedTests : EmbeddedContract<SqliteHarness>;

public sealed class SqliteKillTests : KillContract<SqliteHarness>;

public sealed class SqliteGoldenTests : GoldenContract<SqliteHarness>;
