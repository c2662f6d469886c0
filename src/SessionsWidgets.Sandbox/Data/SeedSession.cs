namespace SessionsWidgets.Sandbox.Data;

/// <summary>A made-up session.</summary>
internal sealed record SeedSession
{
    /// <summary>Given when all sessions are in order.</summary>
    public string Id { get; init; } = "";

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
