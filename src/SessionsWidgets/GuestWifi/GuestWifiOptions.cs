using System.Net;

namespace SessionsWidgets;

/// <summary>The options of the guest Wi-Fi of a venue: the section <c>GuestWifi</c>. A business inherits the options that it does not set,
/// except the location, from the section <c>SessionsWidgets</c> or from the options of the client.</summary>
/// <remarks>Not thread-safe. Copied and validated when a client or a business is created, or when the host starts.</remarks>
public sealed record GuestWifiOptions
{
    internal const string ExampleBaseUrl = "https://wifi.example.com/api/v1";

    /// <summary>The base URL of the API: absolute, without user name, query or fragment. The scheme is https, http on loopback, or
    /// https+http if the host has service discovery. Required.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>The access token; cannot be read back. Default: none. Sent only to the base URL that it is set with.</summary>
    public Secret? AccessToken { get; set; }

    /// <summary>The name of the header that carries the token. Default: <c>Authorization</c>.</summary>
    public string? TokenHeader { get; set; }

    /// <summary>The scheme before the token; empty to send the token alone. Default: <c>Bearer</c>.</summary>
    public string? TokenScheme { get; set; }

    /// <summary>The id of the location: 1 to 64 letters, digits, '_' or '-'. Default: all locations that the token has access to. Not
    /// inherited.</summary>
    public string? LocationId { get; set; }

    /// <summary>The networks of the venue's guests as this server sees them, in CIDR notation: <c>10.1.1.0/24</c>. <see cref="WifiTime"/>
    /// queries only visitors in these networks, because venues can have the same private addresses. Default: none.</summary>
    public IList<string> ClientNetworks { get; set; } = [];

    /// <summary>The smallest count that is shown exactly, apart from zero. Counts below it are shown as "a few". Default: 3. Range: 1 (all
    /// counts are exact) to 1000.</summary>
    public int? Floor { get; set; }

    /// <summary>The guest fields that staff widgets may show, masked: in configuration, a list of <c>guest</c>, <c>mac</c>, <c>ip</c> and
    /// <c>access-code</c>. Other fields are not read. Default: none.</summary>
    public GuestFields? RevealToStaff { get; set; }

    /// <summary>The key of the pseudonyms, which keeps them the same after a restart; cannot be read back. Default: a random key per
    /// process.</summary>
    public Secret? PseudonymKey { get; set; }

    /// <param name="path">The prefix of names in errors.</param>
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

    /// <summary>Validates the base URL.</summary>
    /// <param name="path">The prefix of names in errors.</param>
    /// <exception cref="ParameterException">The base URL is missing or not allowed.</exception>
    internal void ValidateBaseUrl(string path) => ApiAddress.ValidateBase(path + nameof(ApiBaseUrl), ApiBaseUrl, ExampleBaseUrl);

    /// <summary>Copies the options and inherits those that are not set, except the location.</summary>
    internal GuestWifiOptions CompletedBy(GuestWifiOptions? other) => new()
    {
        ApiBaseUrl = ApiBaseUrl ?? other?.ApiBaseUrl,
        // A token is only sent to the address that it was configured with.
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

/// <summary>The fields of a guest that staff widgets may show, masked.</summary>
[Flags]
public enum GuestFields
{
    /// <summary>No field.</summary>
    None = 0,

    /// <summary>A pseudonym, the same for all sessions of the guest: <c>guest 3f9a01c7</c>.</summary>
    Guest = 1,

    /// <summary>The hardware address: <c>14:2d:••:••:••:2b</c>.</summary>
    Mac = 2,

    /// <summary>The network address: <c>172.31.•••.•••</c>.</summary>
    Ip = 4,

    /// <summary>The last two characters of the access code.</summary>
    AccessCode = 8,
}
