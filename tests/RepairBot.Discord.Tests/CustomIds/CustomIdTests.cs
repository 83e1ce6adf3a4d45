using FsCheck;
using FsCheck.Fluent;
using RepairBot.Core.Chat;
using RepairBot.Core.Guides;
using RepairBot.Core.Repairs;
using RepairBot.Discord.CustomIds;

namespace RepairBot.Discord.Tests.CustomIds;

public sealed class CustomIdTests
{
    private static readonly MessageId Message = new(0x7fff_ffff_ffff_fff1);

    [Fact]
    public void Reads_what_it_writes()
    {
        foreach (var gesture in Enum.GetValues<Gesture>())
        {
            var id = new CustomId(gesture, gesture == Gesture.Press ? 0 : 3, new ActionId(Message, 3, "es-419", "extra/sleep-first", "answer"));

            Assert.Equal(id, CustomId.Parse(id.ToString()));
        }
    }

    [Fact]
    public void Fits_for_every_step_and_every_name_there_is()
    {
        var longestName = GuideNames.Moves.Concat(GuideNames.Labels).Max(name => name.Length);
        var longestExtra = new QuestionKey(Step.Extra, new string('x', 32)).ToString();
        foreach (var question in Enum.GetValues<Step>().Select(Steps.NameOf).Append(longestExtra))
        {
            var id = new CustomId(Gesture.OpenFilledForm, 5, new ActionId(Message, int.MaxValue, "es-419", question, new string('n', longestName)));

            Assert.InRange(id.ToString().Length, 1, CustomId.Longest);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("p0")]
    [InlineData("x07ffffffffffffff1:1:en:impact:answer")]
    [InlineData("p17ffffffffffffff1:1:en:impact:answer")]
    [InlineData("f07ffffffffffffff1:1:en:impact:answer")]
    [InlineData("f67ffffffffffffff1:1:en:impact:answer")]
    [InlineData("p07ffffffffffffff1:1:en:impact")]
    [InlineData("p07ffffffffffffff1:-1:en:impact:answer")]
    [InlineData("p08fffffffffffffff:1:en:impact:answer")]
    [InlineData("p07ffffffffffffff1:1:en:impact:answer:more")]
    public void Refuses_what_it_never_wrote(string text) => Assert.Null(CustomId.Parse(text));

    [Fact]
    public void Refuses_whatever_else_comes() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text => CustomId.Parse(text) is null));
}
