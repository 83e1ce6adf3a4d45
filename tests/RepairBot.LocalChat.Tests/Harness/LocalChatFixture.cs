namespace RepairBot.LocalChat.Tests.Harness;

/// <summary>One bot for all tests of a class; each test is a person of its own in it.</summary>
public sealed class LocalChatFixture : IAsyncLifetime
{
    private int people;

    internal LocalChatHarness Chat { get; private set; } = null!;

    /// <summary>A tab of somebody new who has just begun a repair.</summary>
    internal Task<Visit> StartAsync() => Chat.StartAsync($"person-{Interlocked.Increment(ref people)}");

    public async Task InitializeAsync() => Chat = await LocalChatHarness.StartAsync();

    public async Task DisposeAsync() => await Chat.DisposeAsync();
}
