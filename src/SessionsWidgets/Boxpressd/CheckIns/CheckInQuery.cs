namespace SessionsWidgets;

/// <summary>A query for the check-ins at a venue; brands have none. All parts are optional; parts that are not set are left to the
/// API.</summary>
/// <remarks>Immutable. Validated before a request is made.</remarks>
public sealed record CheckInQuery : ListQuery
{
    internal override string PathOf(BusinessType type, string businessId) => PathOf(type, businessId, "checkins");

    /// <inheritdoc/>
    internal override void ValidateFor(BusinessType type)
    {
        if (type != BusinessType.Venue)
            throw Invalid(nameof(BusinessType), type, "brands have no check-ins: ask for those of a business of the type 'Venue'.");
    }
}
