using RepairBot.Testing.Storage;

namespace RepairBot.Core.Tests.Storage;

public sealed class InMemoryRecordTests : RecordContract<InMemoryHarness>;

public sealed class InMemoryMessageTests : MessageContract<InMemoryHarness>;

public sealed class InMemoryReminderTests : ReminderContract<InMemoryHarness>;

public sealed class InMemoryLifetimeTests : LifetimeContract<InMemoryHarness>;
