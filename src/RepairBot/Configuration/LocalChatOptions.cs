using RepairBot.LocalChat;

namespace RepairBot.Configuration;

/// <summary>Where the local chat listens.</summary>
internal sealed record LocalChatOptions(LoopbackAddress Address)
{
    private const string Default = "http://127.0.0.1:5080";

    public static LocalChatOptions Read(SettingReader settings)
    {
        var url = settings.Text(
            "LocalChat:Url",
            LoopbackAddress.Legal,
            Default,
            text => LoopbackAddress.TryParse(text, out _),
            "Where the local chat listens. Only this machine can reach it.") ?? Default;
        return LoopbackAddress.TryParse(url, out var address)
            ? new LocalChatOptions(address)
            : throw new InvalidOperationException("The default address is legal.");
    }
}
