namespace SessionsWidgets;

/// <summary>A query for sessions of a business. Every part is optional; unset parts are left to the API.</summary>
/// <remarks>Immutable. Validated before any request is made.</remarks>
public sealed record SessionQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The largest number of sessions per HTTP request; a larger <see cref="Limit"/> takes several.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The maximum number of sessions, from 1 to 1000. Default: not sent, the API decides.</summary>
    public int? Limit { get; init; }

    /// <summary>The number of sessions to skip, 0 or more. Default: not sent.</summary>
    public int? Offset { get; init; }

    /// <summary>The first day of creation, inclusive: a date, or a day relative to today. Default: not sent.</summary>
    /// <remarks>Across midnight, a relative query stays the same cached query, but its result becomes stale.</remarks>
    public Day? From { get; init; }

    /// <summary>The last day of creation, inclusive; not before <see cref="From"/>. Default: not sent.</summary>
    public Day? To { get; init; }

    /// <summary>Only featured sessions, or only others. Default: not sent. Not allowed with <see cref="CigarId"/>.</summary>
    public bool? Featured { get; init; }

    /// <summary>Sessions of this cigar instead, at any business: 1 to 64 letters, digits, '_' or '-'. Default: none.</summary>
    public string? CigarId { get; init; }

    /// <summary>Whether the query depends on today.</summary>
    internal bool IsRelative => From is { IsRelative: true } || To is { IsRelative: true };

    /// <summary>The query with calendar days.</summary>
    internal SessionQuery On(DateOnly today) => IsRelative ? this with { From = From?.On(today), To = To?.On(today) } : this;

    /// <exception cref="ParameterException">A value is not allowed.</exception>
    internal void Validate(DateOnly today)
    {
        if (Limit is < 1 or > MaxLimit) throw Invalid("limit", Limit, $"it must be from 1 to {MaxLimit}.");
        if (Offset is < 0) throw Invalid("offset", Offset, "it must be 0 or more.");
        if (From?.On(today) > To?.On(today)) throw Invalid("from", From, $"it must not be after 'to' ({To}).");
        if (CigarId is not null) Identifier.Validate("cigar-id", CigarId);
        if (CigarId is not null && Featured is not null)
            throw Invalid("featured", Featured, "it cannot be used together with 'cigar-id': the API has no featured sessions of a cigar.");
    }

    private static ParameterException Invalid(string name, object? value, string allowed) =>
        new(name, Convert.ToString(value, CultureInfo.InvariantCulture), allowed);
}
