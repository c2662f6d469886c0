namespace SessionsWidgets;

/// <summary>Which sessions of a business are wanted. Every part is optional; what is not set is left to the API.</summary>
/// <remarks>Immutable. Checked before any request is made.</remarks>
public sealed record SessionQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The largest number of sessions that one HTTP request asks for; a larger <see cref="Limit"/> takes several.</summary>
    public const int MaxPageSize = 100;

    /// <summary>How many sessions at most: 1 to 1000. Default: not sent, the API decides.</summary>
    public int? Limit { get; init; }

    /// <summary>How many sessions to leave out first: 0 or more. Default: not sent.</summary>
    public int? Offset { get; init; }

    /// <summary>The first day of creation, inclusive: a <see cref="DateOnly"/>, or so many days before today in the business's time zone.
    /// Default: not sent.</summary>
    /// <remarks>Across midnight, the answer to "7 days ago" stays the last good one of that question; it is not fresh any more.</remarks>
    public Day? From { get; init; }

    /// <summary>The last day of creation, inclusive; not before <see cref="From"/>. Default: not sent.</summary>
    public Day? To { get; init; }

    /// <summary>Only featured sessions (or only others), where the API supports it. Default: not sent. Not together with
    /// <see cref="CigarId"/>.</summary>
    public bool? Featured { get; init; }

    /// <summary>The sessions of this cigar instead of the business's: 1 to 64 letters, digits, '_' or '-'. They are not limited to one
    /// business.</summary>
    public string? CigarId { get; init; }

    /// <summary>Whether it is another question tomorrow.</summary>
    internal bool IsRelative => From is { IsRelative: true } || To is { IsRelative: true };

    /// <summary>The question as it is on a day.</summary>
    internal SessionQuery On(DateOnly today) => IsRelative ? this with { From = From?.On(today), To = To?.On(today) } : this;

    /// <exception cref="ParameterException">It is not allowed.</exception>
    internal void Validate(DateOnly today)
    {
        if (Limit is < 1 or > MaxLimit) throw Refused("limit", Limit, $"it must be from 1 to {MaxLimit}.");
        if (Offset is < 0) throw Refused("offset", Offset, "it must be 0 or more.");
        if (From?.On(today) > To?.On(today)) throw Refused("from", From, $"it must not be after 'to' ({To}).");
        if (CigarId is not null) Identifier.Validate("cigar-id", CigarId);
        if (CigarId is not null && Featured is not null)
            throw Refused("featured", Featured, "it cannot be used together with 'cigar-id': the API has no featured sessions of a cigar.");
    }

    private static ParameterException Refused(string name, object? value, string allowed) =>
        new(name, Convert.ToString(value, CultureInfo.InvariantCulture), allowed);
}
