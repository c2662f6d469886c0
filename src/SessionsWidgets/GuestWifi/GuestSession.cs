namespace SessionsWidgets;

/// <summary>A guest's Wi-Fi session without personal data.</summary>
/// <remarks>Immutable. Personal data is not read, unless the host opted in: then <see cref="Details"/> has it masked.</remarks>
public sealed record GuestSession
{
    /// <summary>The session's identifier; older API versions do not send it.</summary>
    public string? Id { get; init; }

    /// <summary>The location's identifier, if known.</summary>
    public string? LocationId { get; init; }

    /// <summary>The location's name, if known.</summary>
    public string? LocationName { get; init; }

    /// <summary>The type of device.</summary>
    public DeviceKind Device { get; init; }

    /// <summary>How the guest signed in, if known: "Registration".</summary>
    public string? LoginType { get; init; }

    /// <summary>The service profile, if known.</summary>
    public string? ServiceProfile { get; init; }

    /// <summary>Whether the guest is online.</summary>
    public bool IsOnline { get; init; }

    /// <summary>When it started; null when invalid. A day without a time is its start in the business's zone.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in UTC; null while online.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal bool StartedOnDay { get; init; }

    internal bool EndedOnDay { get; init; }

    /// <summary>Whether a date of it depends on the time zone.</summary>
    internal bool HasDays => StartedOnDay || EndedOnDay;

    /// <summary>The duration so far; null when unknown. Can exceed a day.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number of bytes downloaded, if known.</summary>
    public long? DownloadedBytes { get; init; }

    /// <summary>The number of bytes uploaded, if known.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>Masked personal data for staff; null unless the host opted in.</summary>
    public GuestDetails? Details { get; init; }

    /// <summary>The session for a time zone: a day without a time begins at midnight there.</summary>
    internal GuestSession In(TimeZoneInfo zone) => !HasDays ? this : this with
    {
        StartedAt = WireDate.In(zone, StartedAt, StartedOnDay), EndedAt = WireDate.In(zone, EndedAt, EndedOnDay),
    };
}

/// <summary>Personal data for staff, masked; null where not revealed or unknown. Immutable.</summary>
public sealed record GuestDetails
{
    /// <summary>A pseudonym, the same for all sessions of the guest: <c>3f9a01c7</c>.</summary>
    public string? Guest { get; init; }

    /// <summary>The hardware address: <c>14:2d:••:••:••:2b</c>.</summary>
    public string? DeviceMac { get; init; }

    /// <summary>The network address: <c>172.31.•••.•••</c>.</summary>
    public string? DeviceIp { get; init; }

    /// <summary>The access code: its last two characters.</summary>
    public string? AccessCode { get; init; }
}

/// <summary>Device types, too broad to identify a guest.</summary>
public enum DeviceKind
{
    /// <summary>Unknown or other.</summary>
    Other,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A computer.</summary>
    Computer,
}
