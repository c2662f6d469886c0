namespace SessionsWidgets;

/// <summary>Who a business is, and what it has of its own. Immutable.</summary>
public sealed record BusinessOptions
{
    /// <summary>Whether it is a venue or a brand. Default: venue.</summary>
    public BusinessType BusinessType { get; init; }

    /// <summary>Its identifier in the API: 1 to 64 letters, digits, '_' or '-'. Required.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Where its API is. Default: the client's.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>Its key. Default: the client's. Answers fetched with one key are never shown for another.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>The zone in which its dates are shown. Default: the client's.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The language of its widgets, as a BCP 47 tag. Default: the client's.</summary>
    public string? Culture { get; init; }

    /// <summary>Its guest Wi-Fi. Default: the client's.</summary>
    public GuestWifiOptions? GuestWifi { get; init; }
}
