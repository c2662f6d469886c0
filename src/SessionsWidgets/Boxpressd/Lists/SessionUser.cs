namespace SessionsWidgets;

/// <summary>The public data of a person. Immutable.</summary>
public sealed record SessionUser
{
    /// <summary>The id of the person, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The display name; otherwise the first name with the initial of the last name, if known; otherwise "Boxpressd
    /// User".</summary>
    public required string DisplayName { get; init; }

    /// <summary>The absolute URL of the person's picture; null if there is none or it is unsafe.</summary>
    public Uri? AvatarUrl { get; init; }
}
