namespace SessionsWidgets;

/// <summary>What the cache has to say: a value (fresh or stale), or why there is none.</summary>
internal readonly record struct CacheResult<T>(
    T? Value, DateTimeOffset FetchedAt, DateTimeOffset FreshUntil, bool IsStale, ApiException? Failure)
    where T : class;

/// <summary>A value from upstream and roughly what it takes in memory.</summary>
internal readonly record struct Fetched<T>(T Value, long Bytes)
    where T : class
{
    /// <summary>What upstream can tell by whether it has changed.</summary>
    public Validators? Validators { get; init; }

    /// <summary>Until when this answers the question: "since 7 days ago" is another question tomorrow. Null for good.</summary>
    public DateTimeOffset? AnswersUntil { get; init; }

    /// <summary>Whether this is the last answer, which still holds.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>What is worth telling of it.</summary>
    public IReadOnlyList<PayloadWarning>? Notes { get; init; }

    /// <summary>The validated bytes that it was read from, page by page. Not kept in memory.</summary>
    public IReadOnlyList<byte[]>? Bodies { get; init; }
}
