namespace SessionsWidgets;

/// <summary>What is configured of a business's guest Wi-Fi: the section <c>GuestWifi</c> (<see cref="GuestWifiOptions"/>).</summary>
public sealed class GuestWifiSettings
{
    /// <summary>Where the guest Wi-Fi API is. Required where there is guest Wi-Fi.</summary>
    public string? ApiBaseUrl { get; set; }

    /// <summary>Its access token. Cannot be read back. A changed one takes effect without a restart.</summary>
    public Secret? AccessToken { get; set; }

    /// <summary>The header that carries the token. Default: <c>Authorization</c>.</summary>
    public string? TokenHeader { get; set; }

    /// <summary>The word before the token; empty for the bare token. Default: <c>Bearer</c>.</summary>
    public string? TokenScheme { get; set; }

    /// <summary>The location whose guests count. Default: all that the token opens. Never taken over by another business.</summary>
    public string? LocationId { get; set; }

    /// <summary>The networks of the venue's guests, such as <c>10.1.1.0/24</c>. Default: none.</summary>
    public IList<string> ClientNetworks { get; } = [];

    /// <summary>Counts below this are shown as "a few". Default: 3.</summary>
    public int? Floor { get; set; }

    /// <summary>What staff widgets may show of a guest, masked: <c>guest</c>, <c>mac</c>, <c>ip</c>, <c>access-code</c>. Default: nothing.</summary>
    public IList<string> RevealToStaff { get; } = [];

    /// <summary>The key of the guests' pseudonyms. Cannot be read back. Default: one that lasts as long as the process.</summary>
    public Secret? PseudonymKey { get; set; }
}
