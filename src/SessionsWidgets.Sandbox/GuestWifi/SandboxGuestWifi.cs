namespace SessionsWidgets.Sandbox.GuestWifi;

/// <summary>How the guest Wi-Fi API answers. Its documentation leaves the authentication open, so every part of it can be set.</summary>
public sealed class SandboxGuestWifi
{
    /// <summary>Where the API lives under the sandbox's own URL. Default <c>/ipera/api/v1</c>.</summary>
    public string Path { get; init; } = "/ipera/api/v1";

    /// <summary>The token that opens it. Default <c>sandbox-wifi-token</c>.</summary>
    public string AccessToken { get; init; } = "sandbox-wifi-token";

    /// <summary>The header that carries the token. Default <c>Authorization</c>.</summary>
    public string Header { get; init; } = "Authorization";

    /// <summary>The word before the token; null for the bare token. Default <c>Bearer</c>.</summary>
    public string? Scheme { get; init; } = "Bearer";

    /// <summary>How many requests each endpoint takes in any 60 seconds, by the sandbox's clock. Default 60.</summary>
    public int RequestsAMinute { get; init; } = 60;

    /// <summary>What stands before <c>/sessions</c> in paging links. Default null: the URL that the client called.</summary>
    public string? LinkBase { get; init; }
}
