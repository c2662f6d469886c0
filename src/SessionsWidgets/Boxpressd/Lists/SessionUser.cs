namespace SessionsWidgets;

/// <summary>The public data of a person. Immutable.</summary>
public sealed record SessionUser
{
    /// <summary>The person's identifier, if known.</summary>
    public string? Id { get; init; }

    /// <summary>The display name, else first name and last initial, else "Boxpressd User".</summary>
    public required string DisplayName { get; init; }

    /// <summary>The absolute address of the person's picture; null when there is none or it is unsafe.</summary>
    public Uri? AvatarUrl { get; init; }
}
