using RepairBot.LocalChat.Tests.Harness;

namespace RepairBot.Browser.Tests.Harness;

/// <summary>From the choice of an exercise to breathing for five minutes.</summary>
internal static class Breathing
{
    public static async Task BeginAsync(ChatClient client)
    {
        await ChooseAsync(client, "breathe");
        await ChooseAsync(client, "5");
    }

    private static async Task ChooseAsync(ChatClient client, string value)
    {
        var asked = (await client.MessagesAsync()).Messages.Last(ChatPlayer.IsQuestion);
        await client.PressAsync(asked, asked.Actions.First(action => action.Options?.Exists(option => option.Value == value) == true), [value]);
    }
}
