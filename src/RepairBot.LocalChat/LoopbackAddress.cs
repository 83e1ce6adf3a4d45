using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace RepairBot.LocalChat;

/// <summary>
/// Where the local chat listens: an address of this machine that no other machine can reach. Anyone who reaches the local chat is whoever
/// they say they are, so nothing but loopback is ever legal.
/// </summary>
public sealed class LoopbackAddress
{
    private LoopbackAddress(IPAddress? address, int port) => (Address, Port) = (address, port);

    /// <summary>What is legal, in words that follow "must be".</summary>
    public static string Legal => "http:// and 127.0.0.1, [::1] or localhost, with a port from 1 to 65535, such as http://127.0.0.1:5080";

    /// <summary>The address; null for <c>localhost</c>, which is both loopback addresses.</summary>
    public IPAddress? Address { get; }

    /// <summary>The port; 0 for any that is free, which only tests ask for.</summary>
    public int Port { get; }

    /// <summary>Any free port of 127.0.0.1.</summary>
    public static LoopbackAddress AnyPort { get; } = new(IPAddress.Loopback, 0);

    /// <summary>Reads an address; false for one that is malformed or that others could reach.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LoopbackAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttp
            || url.PathAndQuery != "/"
            || url.Fragment.Length > 0
            || url.UserInfo.Length > 0
            || url.Port < 1)
        {
            return false;
        }

        if (url.IdnHost == "localhost")
        {
            address = new LoopbackAddress(null, url.Port);
        }
        else if (IPAddress.TryParse(url.IdnHost, out var ip) && IPAddress.IsLoopback(ip))
        {
            address = new LoopbackAddress(ip, url.Port);
        }

        return address is not null;
    }

    /// <summary>How a browser on this machine reaches it.</summary>
    /// <param name="port">The port that was bound.</param>
    public string UrlAt(int port) => $"http://{HostAt(port)}";

    internal string HostAt(int port) => Address switch
    {
        null => $"localhost:{port}",
        _ => new IPEndPoint(Address, port).ToString(),
    };
}
