namespace SessionsWidgets;

/// <summary>One session of a guest on the Wi-Fi, without what tells who it was.</summary>
/// <remarks>Immutable. Name, e-mail, user name, addresses, access code and guest ids of the answer are never read, unless the host opted
/// in: then <see cref="Details"/> has them masked.</remarks>
public sealed record GuestSession
{
    /// <summary>The session's identifier; older answers lack it.</summary>
    public string? Id { get; init; }

    /// <summary>The location's identifier, if known.</summary>
    public string? LocationId { get; init; }

    /// <summary>The location's name, if known.</summary>
    public string? LocationName { get; init; }

    /// <summary>The kind of device.</summary>
    public DeviceKind Device { get; init; }

    /// <summary>How the guest signed in, if known: "Registration".</summary>
    public string? LoginType { get; init; }

    /// <summary>The service profile, if known.</summary>
    public string? ServiceProfile { get; init; }

    /// <summary>Whether the guest is online.</summary>
    public bool IsOnline { get; init; }

    /// <summary>When it started, in UTC; null when upstream's time makes no sense.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in UTC; null while online.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took, or has taken so far; null when unknown. Can be longer than a day.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many bytes were downloaded, if known.</summary>
    public long? DownloadedBytes { get; init; }

    /// <summary>How many bytes were uploaded, if known.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>What the host lets its staff see of the guest, masked; null where it does not.</summary>
    public GuestDetails? Details { get; init; }
}

/// <summary>What staff may see of a guest; masked, and null where not revealed or not known. Immutable.</summary>
public sealed record GuestDetails
{
    /// <summary>A pseudonym that is the same for all of the guest's sessions: <c>3f9a01c7</c>.</summary>
    public string? Guest { get; init; }

    /// <summary>The hardware address: <c>14:2d:••:••:••:2b</c>.</summary>
    public string? DeviceMac { get; init; }

    /// <summary>The network address: <c>172.31.•••.•••</c>.</summary>
    public string? DeviceIp { get; init; }

    /// <summary>The access code: its last two characters.</summary>
    public string? AccessCode { get; init; }
}

/// <summary>Devices in groups that are too large to tell one guest from another.</summary>
public enum DeviceKind
{
    /// <summary>Unknown, or something else.</summary>
    Other,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A computer.</summary>
    Computer,
}
