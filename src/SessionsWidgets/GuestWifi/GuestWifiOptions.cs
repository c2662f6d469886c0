using System.Net;

namespace SessionsWidgets;

/// <summary>
/// Where a venue's guest Wi-Fi API is, and what may be shown of its guests: the section <c>GuestWifi</c>, and the same in code. A business
/// that has it takes what it leaves out, save the location, from that of the section <c>SessionsWidgets</c> or of the client's options.
/// </summary>
/// <remarks>
/// Not thread-safe while it is changed. Copied and checked when a client or a business is made with it; the section's is checked when the
/// host starts.
/// </remarks>
public sealed record GuestWifiOptions
{
    internal const string ExampleBaseUrl = "https://wifi.example.com/api/v1";

    /// <summary>Where the guest Wi-Fi API is: absolute, https (or http on loopback). Required.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>
    /// Its access token; a string converts to it. Default: none. Cannot be read back. A token goes only to the address that it
    /// was given with.
    /// </summary>
    public Secret? AccessToken { get; set; }

    /// <summary>The header that carries the token. Default: <c>Authorization</c>.</summary>
    public string? TokenHeader { get; set; }

    /// <summary>The word before the token; empty for the bare token. Default: <c>Bearer</c>.</summary>
    public string? TokenScheme { get; set; }

    /// <summary>
    /// The location whose guests count: 1 to 64 letters, digits, '_' or '-'. Default: all that the token opens. Never taken over by another
    /// business.
    /// </summary>
    public string? LocationId { get; set; }

    /// <summary>
    /// The networks that the venue's guests are in, as this server sees them, in CIDR notation: <c>10.1.1.0/24</c>. Only visitors from
    /// there are asked about by <c>wifi-time</c>: private addresses repeat from venue to venue. Default: none, so nobody is.
    /// </summary>
    public IList<string> ClientNetworks { get; set; } = [];

    /// <summary>Counts below this are shown as "a few": one guest late at night is a person. Default: 3. Range: 1 (every count is shown) to
    /// 1000.</summary>
    public int? Floor { get; set; }

    /// <summary>
    /// What staff widgets may show of a guest, masked or as a pseudonym; in configuration a list of <c>guest</c>, <c>mac</c>, <c>ip</c> and
    /// <c>access-code</c>. Default: nothing, and then nothing of it is even read.
    /// </summary>
    public GuestFields? RevealToStaff { get; set; }

    /// <summary>The key of the pseudonyms, so that a guest keeps the same one. Default: one that lasts as long as the process. Cannot be
    /// read back.</summary>
    public Secret? PseudonymKey { get; set; }

    /// <summary>Checks what is set.</summary>
    /// <param name="path">What stands before the names in errors.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal void Validate(string path)
    {
        if (ApiBaseUrl is not null) ValidateBaseUrl(path);
        AccessToken?.Validate(path + nameof(AccessToken));
        PseudonymKey?.Validate(path + nameof(PseudonymKey));
        if (TokenHeader is not null && !HttpToken.IsValid(TokenHeader))
        {
            throw new ParameterException(
                path + nameof(TokenHeader), TokenHeader, "it must be the name of an HTTP header, such as 'Authorization' or 'X-Api-Key'.");
        }

        if (TokenScheme is { Length: > 0 } && !HttpToken.IsValid(TokenScheme))
        {
            throw new ParameterException(
                path + nameof(TokenScheme), TokenScheme, "it must be a word such as 'Bearer' or 'Token', or empty for the bare token.");
        }

        if (LocationId is not null) Identifier.Validate(path + nameof(LocationId), LocationId);
        foreach (var network in ClientNetworks)
        {
            if (!IPNetwork.TryParse(network?.Trim(), out _))
            {
                throw new ParameterException(
                    path + nameof(ClientNetworks), network,
                    "each must be a network in CIDR notation, such as 10.1.1.0/24 or 203.0.113.7/32.");
            }
        }

        if (Floor is < 1 or > 1000) throw new ParameterException(path + nameof(Floor), $"{Floor}", "it must be from 1 to 1000.");
    }

    /// <summary>Checks that it says where the API is.</summary>
    /// <exception cref="ParameterException">It does not, or the address is not allowed.</exception>
    internal void ValidateBaseUrl(string path) => ApiAddress.ValidateBase(path + nameof(ApiBaseUrl), ApiBaseUrl, ExampleBaseUrl);

    /// <summary>A copy in which what is left out is the other's, save the location.</summary>
    internal GuestWifiOptions CompletedBy(GuestWifiOptions? other) => new()
    {
        ApiBaseUrl = ApiBaseUrl ?? other?.ApiBaseUrl,
        // A token goes only to the address that it was given with.
        AccessToken = AccessToken ?? (ApiBaseUrl is null || ApiBaseUrl == other?.ApiBaseUrl ? other?.AccessToken : null),
        TokenHeader = TokenHeader ?? other?.TokenHeader,
        TokenScheme = TokenScheme ?? other?.TokenScheme,
        LocationId = LocationId,
        ClientNetworks = [.. ClientNetworks.Count > 0 ? ClientNetworks : other?.ClientNetworks ?? []],
        Floor = Floor ?? other?.Floor,
        RevealToStaff = RevealToStaff ?? other?.RevealToStaff,
        PseudonymKey = PseudonymKey ?? other?.PseudonymKey,
    };
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
