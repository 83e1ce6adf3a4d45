using RepairBot.Core.Chat;
using RepairBot.Testing.Conversations;
using RepairBot.Testing.Storage;

namespace RepairBot.Core.Tests.Repairs;

/// <summary>The program ends at every question of the full path, just before or just after what it did was kept.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_goes_on_where_it_was_and_a_repeat_makes_no_second_turn(bool before)
    {
        var store = new SteppedStore(new InMemoryStore());
        await using var chat = new Conversation(store: store);
        await chat.CommandAsync("repair start");
        for (var i = 0; chat.Step != "consent"; i++)
        {
            Assert.InRange(i, 0, 60);
            var question = chat.Question;
            var press = new UsualAnswers().To(question);
            var chatEvent = new ChatEvent.Pressed($"press-{i}", (ulong)i + 1000, question.Id, press.Action.Id, press.Values, press.Fields);
            var (crash, calm) = (new Func<Task>(() => throw new InvalidOperationException("A crash.")), new Func<Task>(() => Task.CompletedTask));
            (store.BeforeCommit, store.AfterCommit) = before ? (crash, calm) : (calm, crash);
            await Assert.ThrowsAsync<InvalidOperationException>(() => chat.HandleAsync(chatEvent));

            (store.BeforeCommit, store.AfterCommit) = (calm, calm);
            chat.Restart();
            Assert.Equal(before ? TurnResult.Taken : TurnResult.Repeated, (await chat.HandleAsync(chatEvent)).Result);
        }

        var answers = (await chat.ExportAsync()).Repairs[0].Answers;
        Assert.True(answers.Length > 20);
        Assert.Equal(answers.Length, answers.Select(answer => answer.Key).Distinct().Count());
        await store.DisposeAsync();
    }
}
