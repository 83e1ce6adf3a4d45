using RepairBot.Core.Chat;

namespace RepairBot.Core.Tests.Chat;

public sealed class IdsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void A_message_id_reads_back_from_its_text(long value)
    {
        var id = new MessageId(value);

        Assert.True(MessageId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000")]
    [InlineData("ffffffffffffffff")]
    [InlineData("00000000000000zz")]
    [InlineData(" 000000000000001")]
    public void Anything_else_is_no_message_id(string? text) => Assert.False(MessageId.TryParse(text, out _));

    [Fact]
    public void An_action_id_reads_back_and_fits_a_custom_id()
    {
        var id = new ActionId(new MessageId(long.MaxValue), 99_999, "es-419", new string('q', 32), "stop.private");

        Assert.Equal(id, ActionId.Parse(id.ToString()));
        Assert.True(id.ToString().Length <= 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b:c:d:e")]
    [InlineData("0000000000000001:1:en:impact")]
    [InlineData("0000000000000001:1:en:impact:back:more")]
    public void Anything_else_is_no_action_id(string text) => Assert.Null(ActionId.Parse(text));

    [Fact]
    public void Private_text_does_not_print() => Assert.Equal("[private]", $"{new PrivateText("canary")}");
}
