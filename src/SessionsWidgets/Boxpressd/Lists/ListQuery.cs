namespace SessionsWidgets;

/// <summary>The base class of the queries for lists of the API. All parts are optional; parts that are not set are left to the
/// API.</summary>
/// <remarks>Immutable. Validated before a request is made.</remarks>
public abstract record ListQuery
{
    /// <summary>The maximum of <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The maximum number of items per HTTP request. A larger <see cref="Limit"/> takes several requests.</summary>
    public const int MaxPageSize = 100;

    private protected ListQuery()
    {
    }

    /// <summary>The maximum number of items, 1 to 1000. Default: not sent, the API decides.</summary>
    public int? Limit { get; init; }

    /// <summary>The number of items to skip, 0 or more. Default: not sent, none is skipped.</summary>
    public int? Offset { get; init; }

    /// <summary>The first day, inclusive: a calendar day, or a day relative to today. Events are selected by the day of their start,
    /// sessions and check-ins by the day of their creation. Default: not sent, no bound.</summary>
    /// <remarks>At midnight, the cached result of a query with a relative day becomes stale.</remarks>
    public Day? From { get; init; }

    /// <summary>The last day, inclusive; not before <see cref="From"/>. Default: not sent, no bound.</summary>
    public Day? To { get; init; }

    /// <summary>Whether the query depends on today.</summary>
    internal bool IsRelative => From is { IsRelative: true } || To is { IsRelative: true };

    /// <summary>Whether the list belongs to a cigar, whatever the business.</summary>
    internal virtual bool IsForCigar => false;

    /// <summary>The fields that distinguish queries of this type, for hashes.</summary>
    internal virtual string?[] KeyFields => [$"{Limit}", $"{Offset}", $"{From}", $"{To}"];

    /// <summary>The parameters of the query string of a query with calendar days; null values are left out.</summary>
    internal virtual (string Name, string? Value)[] Parameters =>
    [
        ("limit", Limit?.ToString(CultureInfo.InvariantCulture)), ("offset", Offset?.ToString(CultureInfo.InvariantCulture)),
        ("from", From?.ToString()), ("to", To?.ToString()),
    ];

    /// <summary>Gets the path of the list below the base URL of the API.</summary>
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
