namespace RepairBot.LocalChat.Tests;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080")]
    [InlineData("http://127.1.2.3:80", "http://127.1.2.3:80")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080")]
    public void An_address_of_this_machine_alone_is_legal(string text, string url)
    {
        Assert.True(LoopbackAddress.TryParse(text, out var address));
        Assert.Equal(url, address.UrlAt(address.Port));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.0.7:5080")]
    [InlineData("http://localhost.example:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:5080/chat")]
    [InlineData("http://127.0.0.1:5080/?a=b")]
    [InlineData("http://user@127.0.0.1:5080")]
    public void Anything_else_is_not(string? text) => Assert.False(LoopbackAddress.TryParse(text, out _));
}
