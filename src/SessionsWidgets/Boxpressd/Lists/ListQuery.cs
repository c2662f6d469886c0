namespace SessionsWidgets;

/// <summary>The base of the queries for lists of the API. Every part is optional; unset parts are left to the API.</summary>
/// <remarks>Immutable. Validated before any request is made.</remarks>
public abstract record ListQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The largest number of items per HTTP request; a larger <see cref="Limit"/> takes several.</summary>
    public const int MaxPageSize = 100;

    private protected ListQuery()
    {
    }

    /// <summary>The maximum number of items, from 1 to 1000. Default: not sent, the API decides.</summary>
    public int? Limit { get; init; }

    /// <summary>The number of items to skip, 0 or more. Default: not sent.</summary>
    public int? Offset { get; init; }

    /// <summary>The first day, inclusive: a date, or a day relative to today. Events are selected by the day on which they start,
    /// everything else by the day of creation. Default: not sent.</summary>
    /// <remarks>Across midnight, a relative query stays the same cached query, but its result becomes stale.</remarks>
    public Day? From { get; init; }

    /// <summary>The last day, inclusive; not before <see cref="From"/>. Default: not sent.</summary>
    public Day? To { get; init; }

    /// <summary>Whether the query depends on today.</summary>
    internal bool IsRelative => From is { IsRelative: true } || To is { IsRelative: true };

    /// <summary>Whether the list is that of a cigar, whatever the business.</summary>
    internal virtual bool IsForCigar => false;

    /// <summary>The fields that tell queries of this type apart, for hashes.</summary>
    internal virtual string?[] KeyFields => [$"{Limit}", $"{Offset}", $"{From}", $"{To}"];

    /// <summary>The query string of a query with calendar days; null values are left out.</summary>
    internal virtual (string Name, string? Value)[] Parameters =>
    [
        ("limit", Limit?.ToString(CultureInfo.InvariantCulture)), ("offset", Offset?.ToString(CultureInfo.InvariantCulture)),
        ("from", From?.ToString()), ("to", To?.ToString()),
    ];

    /// <summary>The path of the list below the API's base address.</summary>
    internal abstract string PathOf(BusinessType type, string businessId);

    /// <exception cref="ParameterException">A value is not allowed.</exception>
    internal virtual void Validate(DateOnly today)
    {
        if (Limit is < 1 or > MaxLimit) throw Invalid("limit", Limit, $"it must be from 1 to {MaxLimit}.");
        if (Offset is < 0) throw Invalid("offset", Offset, "it must be 0 or more.");
        if (From?.On(today) > To?.On(today)) throw Invalid("from", From, $"it must not be after 'to' ({To}).");
    }

    /// <exception cref="ParameterException">Businesses of the type have no such list.</exception>
    internal virtual void ValidateFor(BusinessType type)
    {
    }

    /// <summary>The path of a list of the business.</summary>
    private protected static string PathOf(BusinessType type, string businessId, string list) =>
        $"{(type == BusinessType.Venue ? "/venues/" : "/brands/")}{businessId}/{list}";

    private protected static (string Name, string? Value) Flag(string name, bool? value) =>
        (name, value switch { true => "true", false => "false", null => null });

    private protected static ParameterException Invalid(string name, object? value, string allowed) =>
        new(name, Convert.ToString(value, CultureInfo.InvariantCulture), allowed);
}
