using RepairBot.Testing.Storage;

namespace RepairBot.LiteDb.Tests;

public sealed class LiteDbRecordTests : RecordContract<LiteDbHarness>;

public sealed class LiteDbMessageTests : MessageContract<LiteDbHarness>;

public sealed class LiteDbReminderTests : ReminderContract<LiteDbHarness>;

public sealed class LiteDbLifetimeTests : LifetimeContract<LiteDbHarness>;

public sealed class LiteDbEmbeddedTests : EmbeddedContract<LiteDbHarness>;

public sealed class LiteDbKillTests : KillContract<LiteDbHarness>;

public sealed class LiteDbGoldenTests : GoldenContract<LiteDbHarness>;
