namespace SessionsWidgets;

/// <summary>The guest sessions that a query found, those that started last first. Immutable.</summary>
public sealed record GuestSessionPage
{
    /// <summary>The sessions, by <see cref="GuestSession.StartedAt"/>, the latest first; those without a start last.</summary>
    public required IReadOnlyList<GuestSession> Sessions { get; init; }

    /// <summary>Whether there are more behind these.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether paging ended early, because upstream's pages or links made no sense.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many items of the answer were left out because they were broken.</summary>
    public int Dropped { get; init; }

    /// <summary>When upstream gave this answer.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether this is a last good answer past its freshness; never older than 15 minutes beyond it.</summary>
    public bool IsStale { get; init; }
}
