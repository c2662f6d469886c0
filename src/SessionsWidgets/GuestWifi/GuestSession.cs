namespace SessionsWidgets;

/// <summary>A Wi-Fi session of a guest, without personal data.</summary>
/// <remarks>Immutable. Personal data is not read unless the host opts in; then <see cref="Details"/> contains it, masked.</remarks>
public sealed record GuestSession
{
    /// <summary>The id of the session; null if upstream does not send it, as older API versions.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the location, if known.</summary>
    public string? LocationId { get; init; }

    /// <summary>The name of the location, if known.</summary>
    public string? LocationName { get; init; }

    /// <summary>The type of device.</summary>
    public DeviceKind Device { get; init; }

    /// <summary>The type of the login, such as "Registration", if known.</summary>
    public string? LoginType { get; init; }

    /// <summary>The service profile, if known.</summary>
    public string? ServiceProfile { get; init; }

    /// <summary>Whether the guest is online.</summary>
    public bool IsOnline { get; init; }

    /// <summary>The start; null if it is invalid. A day without a time counts as the start of that day in the business's time
    /// zone.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The end; null if the session has not ended or the end is invalid. A day without a time counts as in
    /// <see cref="StartedAt"/>.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal bool StartedOnDay { get; init; }

    internal bool EndedOnDay { get; init; }

    /// <summary>Whether one of the dates depends on the time zone.</summary>
    internal bool HasDays => StartedOnDay || EndedOnDay;

    /// <summary>The duration so far; null if it is unknown. It can exceed a day.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number of bytes downloaded, if known.</summary>
    public long? DownloadedBytes { get; init; }

    /// <summary>The number of bytes uploaded, if known.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>The masked personal data for staff; null unless the host opts in by <see cref="GuestWifiOptions.RevealToStaff"/> and the
    /// query is for staff.</summary>
    public GuestDetails? Details { get; init; }

    /// <summary>Gets the session in a time zone: a day without a time begins at midnight there.</summary>
    internal GuestSession In(TimeZoneInfo zone) => !HasDays ? this : this with
    {
        StartedAt = WireDate.In(zone, StartedAt, StartedOnDay), EndedAt = WireDate.In(zone, EndedAt, EndedOnDay),
    };
}

/// <summary>The masked personal data of a guest, for staff. A member is null if it is not revealed or unknown. Immutable.</summary>
public sealed record GuestDetails
{
    /// <summary>A pseudonym, the same for all sessions of the guest: <c>3f9a01c7</c>.</summary>
    public string? Guest { get; init; }

    /// <summary>The hardware address: <c>14:2d:••:••:••:2b</c>.</summary>
    public string? DeviceMac { get; init; }

    /// <summary>The network address: <c>172.31.•••.•••</c>.</summary>
    public string? DeviceIp { get; init; }

    /// <summary>The last two characters of the access code, or none of a short code: <c>••••7k</c>.</summary>
    public string? AccessCode { get; init; }
}

/// <summary>The types of devices, too broad to identify a guest.</summary>
public enum DeviceKind
{
    /// <summary>An unknown or another type.</summary>
    Other,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A computer.</summary>
    Computer,
}
