using System.Net;
using System.Net.Sockets;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.GuestWifi;

namespace SessionsWidgets.Sandbox;

/// <summary>How a sandbox starts. Not changeable afterwards.</summary>
public sealed class SandboxOptions
{
    /// <summary>Where to listen; plain http. Default: a free port on the loopback address.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The seed of the example data: the same seed and clock give the same bytes. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock that the data ends at, that delays wait on and that dates the answers. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bearer key that opens every business. Default <c>sandbox-key</c>.</summary>
    public string ApiKey { get; init; } = "sandbox-key";

    /// <summary>Further keys, each of which opens one business (and every cigar), as keys of the real service do. Default none.</summary>
    public IReadOnlyList<SandboxKey> BusinessKeys { get; init; } = [];

    /// <summary>Whether a business, cigar or guest Wi-Fi location that is not in the data has that of an example. Default: no; it is not
    /// found.</summary>
    public bool AnyBusiness { get; init; }

    /// <summary>How the guest Wi-Fi API answers. Default: see there.</summary>
    public SandboxGuestWifi GuestWifi { get; init; } = new();

    /// <summary>A socket that is bound to the address already; null for none.</summary>
    internal Socket? Listener { get; init; }

    /// <summary>The business that example sites are about.</summary>
    internal static string ExampleBusinessId(BusinessType? type) =>
        type == BusinessType.Brand ? Catalogue.Brands[0].Id : Catalogue.Venues[0].Id;

    /// <summary>The address to listen on, or null when the URL does not say one.</summary>
    internal static IPAddress? AddressOf(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp)
            return null;
        if (url.Host == "localhost")
            return IPAddress.Loopback;
        return IPAddress.TryParse(url.Host, out IPAddress? address) ? address : null;
    }
}

/// <summary>A key that opens one business.</summary>
/// <param name="Key">The bearer key.</param>
/// <param name="BusinessType"><c>venue</c> or <c>brand</c>.</param>
/// <param name="BusinessId">The business, such as <c>stogies-chapin</c>.</param>
public sealed record SandboxKey(string Key, string BusinessType, string BusinessId);
