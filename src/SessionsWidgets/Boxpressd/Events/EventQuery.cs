namespace SessionsWidgets;

/// <summary>A query for the events of a business. Every part is optional.</summary>
/// <remarks>Immutable. Validated before any request is made. Events are fetched up to <see cref="ListQuery.MaxLimit"/> of them and sorted;
/// then offset and limit apply, so that queries which differ in these alone share one cached result.</remarks>
public sealed record EventQuery : ListQuery
{
    /// <summary>Upcoming events, past ones, or all. Default: upcoming.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Only featured events, or only others. Default: both.</summary>
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
