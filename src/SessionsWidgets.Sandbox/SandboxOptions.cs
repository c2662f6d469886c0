using System.Net;
using System.Net.Sockets;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.GuestWifi;

namespace SessionsWidgets.Sandbox;

/// <summary>The options of a sandbox. Immutable.</summary>
public sealed class SandboxOptions
{
    /// <summary>The URL to listen on: http, and an IP address or <c>localhost</c>. Port 0 stands for a free port. Default: a free port of
    /// the loopback address.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The seed of the example data. The same seed and time give the same bytes. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock for the time at which the data ends, for delays and for the dates of responses. Default: the system
    /// clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bearer key that is valid for every business. Default: <c>sandbox-key</c>.</summary>
    public string ApiKey { get; init; } = "sandbox-key";

    /// <summary>Further keys, each valid for one business (and every cigar), as those of the real API. Default: none.</summary>
    public IReadOnlyList<SandboxKey> BusinessKeys { get; init; } = [];

    /// <summary>Whether unknown businesses, cigars and guest Wi-Fi locations have the data of an example. Default: false; they are not
    /// found.</summary>
    public bool AnyBusiness { get; init; }

    /// <summary>The options of the guest Wi-Fi API. Default: the defaults of <see cref="SandboxGuestWifi"/>.</summary>
    public SandboxGuestWifi GuestWifi { get; init; } = new();

    /// <summary>A socket that is bound to the address already; null for none.</summary>
    internal Socket? Listener { get; init; }

    /// <summary>Gets the id of the business in the examples.</summary>
    internal static string ExampleBusinessId(BusinessType? type) =>
        type == BusinessType.Brand ? Catalogue.Brands[0].Id : Catalogue.Venues[0].Id;

    /// <summary>Gets the address to listen on; null if the URL has none.</summary>
    internal static IPAddress? AddressOf(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp)
            return null;
        if (url.Host == "localhost")
            return IPAddress.Loopback;
        return IPAddress.TryParse(url.Host, out IPAddress? address) ? address : null;
    }
}

/// <summary>A key that is valid for one business. Immutable.</summary>
/// <param name="Key">The bearer key.</param>
/// <param name="BusinessType">The type of the business: <c>venue</c> or <c>brand</c>.</param>
/// <param name="BusinessId">The id of the business, such as <c>stogies-chapin</c>.</param>
public sealed record SandboxKey(string Key, string BusinessType, string BusinessId);
