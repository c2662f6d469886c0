namespace SessionsWidgets;

/// <summary>A query for the events of a business. All parts are optional.</summary>
/// <remarks>Immutable. Validated before a request is made. Up to <see cref="ListQuery.MaxLimit"/> events are fetched and sorted before the
/// offset and the limit apply. Queries that differ only in these two share a cached result.</remarks>
public sealed record EventQuery : ListQuery
{
    /// <summary>The status of the events. Default: upcoming.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether to get only featured events (true) or only others (false). Default: both.</summary>
    public bool? Featured { get; init; }

    internal override string?[] KeyFields => [$"{Status}", .. base.KeyFields, $"{Featured}"];

    internal override (string Name, string? Value)[] Parameters =>
        [("status", EnumText.NameOf($"{Status}")), .. base.Parameters, Flag("featured", Featured)];

    internal override string PathOf(BusinessType type, string businessId) => PathOf(type, businessId, "events");

    /// <inheritdoc/>
    internal override void Validate(DateOnly today)
    {
        base.Validate(today);
        if (!Enum.IsDefined(Status)) throw Invalid("status", Status, EnumText.Allowed<EventStatus>());
    }
}
