using System.Net;

namespace SessionsWidgets;

/// <summary>Where a venue's guest Wi-Fi API is, and what may be shown of its guests. Immutable; checked when a business is made with it.</summary>
public sealed record GuestWifiOptions
{
    internal const string ExampleBaseUrl = "https://wifi.example.com/api/v1";

    /// <summary>Where the guest Wi-Fi API is: absolute, https (or http on loopback). Required.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>Its access token; a string converts to it. Default: none. Cannot be read back.</summary>
    public Secret? AccessToken { get; init; }

    /// <summary>The header that carries the token. Default: <c>Authorization</c>.</summary>
    public string TokenHeader { get; init; } = "Authorization";

    /// <summary>The word before the token; empty for the bare token. Default: <c>Bearer</c>.</summary>
    public string TokenScheme { get; init; } = "Bearer";

    /// <summary>The location whose guests count: 1 to 64 letters, digits, '_' or '-'. Default: all that the token opens.</summary>
    public string? LocationId { get; init; }

    /// <summary>
    /// The networks that the venue's guests are in, as this server sees them. Only visitors from there are asked about by
    /// <c>wifi-time</c>: private addresses repeat from venue to venue. Default: none, so nobody is.
    /// </summary>
    public IReadOnlyList<IPNetwork> ClientNetworks { get; init; } = [];

    /// <summary>Counts below this are shown as "a few": one guest late at night is a person. Default: 3. Range: 1 (every count is shown) to 1000.</summary>
    public int Floor { get; init; } = 3;

    /// <summary>What staff widgets may show of a guest, masked or as a pseudonym. Default: nothing, and then nothing of it is even read.</summary>
    public GuestFields RevealToStaff { get; init; }

    /// <summary>The key of the pseudonyms, so that a guest keeps the same one. Default: one that lasts as long as the process. Cannot be read back.</summary>
    public Secret? PseudonymKey { get; init; }

    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal void Validate(string section)
    {
        ApiAddress.ValidateBase($"{section}:{nameof(ApiBaseUrl)}", ApiBaseUrl, ExampleBaseUrl);
        if (!HttpToken.IsValid(TokenHeader)) throw new ParameterException($"{section}:{nameof(TokenHeader)}", TokenHeader, "it must be the name of an HTTP header, such as 'Authorization' or 'X-Api-Key'.");
        if (TokenScheme.Length > 0 && !HttpToken.IsValid(TokenScheme)) throw new ParameterException($"{section}:{nameof(TokenScheme)}", TokenScheme, "it must be a word such as 'Bearer' or 'Token', or empty for the bare token.");
        if (LocationId is not null) Identifier.Validate($"{section}:{nameof(LocationId)}", LocationId);
        if (Floor is < 1 or > 1000) throw new ParameterException($"{section}:{nameof(Floor)}", $"{Floor}", "it must be from 1 to 1000.");
    }
}

/// <summary>Fields of a guest that staff widgets may show, masked.</summary>
[Flags]
public enum GuestFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Who it is, as a pseudonym that is the same for all of the guest's sessions: <c>guest 3f9a01c7</c>.</summary>
    Guest = 1,

    /// <summary>The device's hardware address: <c>14:2d:••:••:••:2b</c>.</summary>
    Mac = 2,

    /// <summary>The device's address in the network: <c>172.31.•••.•••</c>.</summary>
    Ip = 4,

    /// <summary>The access code: its last two characters.</summary>
    AccessCode = 8,
}
