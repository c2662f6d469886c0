namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>A session before it gets its id.</summary>
internal sealed record SeedSession
{
    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? DurationSeconds { get; init; }

    /// <summary>In tenths, out of fifty.</summary>
    public int? Rating { get; init; }

    public string? Note { get; init; }

    public bool Featured { get; init; }

    /// <summary>Whether parts without a value are missing from the JSON rather than null.</summary>
    public bool LeavesOut { get; init; }

    public required Person User { get; init; }

    public Cigar? Cigar { get; init; }

    public Venue? Venue { get; init; }
}
