namespace SessionsWidgets.Sandbox.GuestWifi;

/// <summary>The options of the guest Wi-Fi API of a sandbox. Immutable.</summary>
/// <remarks>The documentation of the real API leaves the authentication open, so all parts of it are options.</remarks>
public sealed class SandboxGuestWifi
{
    /// <summary>The path of the API below the base URL of the sandbox. Default: <c>/ipera/api/v1</c>.</summary>
    public string Path { get; init; } = "/ipera/api/v1";

    /// <summary>The access token. Default: <c>sandbox-wifi-token</c>.</summary>
    public string AccessToken { get; init; } = "sandbox-wifi-token";

    /// <summary>The header that carries the token. Default: <c>Authorization</c>.</summary>
    public string Header { get; init; } = "Authorization";

    /// <summary>The scheme before the token; null for the token alone. Default: <c>Bearer</c>.</summary>
    public string? Scheme { get; init; } = "Bearer";

    /// <summary>The maximum number of requests to each endpoint in any 60 seconds, by the sandbox's clock. Default: 60.</summary>
    public int RequestsAMinute { get; init; } = 60;

    /// <summary>The URL before <c>/sessions</c> in paging links. Default: null, the URL that the client called.</summary>
    public string? LinkBase { get; init; }
}
