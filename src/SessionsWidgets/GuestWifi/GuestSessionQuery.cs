using System.Net.NetworkInformation;

namespace SessionsWidgets;

/// <summary>A query for guest sessions. Every part is optional.</summary>
/// <remarks>Immutable. Validated before any request is made; errors do not hold personal data.</remarks>
public sealed record GuestSessionQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The largest number of sessions per HTTP request; a larger <see cref="Limit"/> takes several.</summary>
    public const int MaxPageSize = 100;

    private const string Hidden = "***";

    /// <summary>The maximum number of sessions, from 1 to 1000. Default: 10. Ignored by counts.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The page of <see cref="Limit"/> sessions, from 1; above 1 the limit is at most 100. Default: 1. Counts ignore it.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Only sessions of this guest. Default: all.</summary>
    public string? GuestId { get; init; }

    /// <summary>Only sessions at this location. Default: that of the context, else all.</summary>
    public string? LocationId { get; init; }

    /// <summary>Only sessions of this device (48 bits). Default: all.</summary>
    public PhysicalAddress? DeviceMac { get; init; }

    /// <summary>Only sessions that started on this day of the API or later. Default: no bound.</summary>
    public DateOnly? StartedFrom { get; init; }

    /// <summary>Only sessions that ended before this day of the API; not before <see cref="StartedFrom"/>. Default: no bound.</summary>
    public DateOnly? EndedBefore { get; init; }

    /// <summary>Only sessions with this Yas id. Default: all.</summary>
    public Guid? YasId { get; init; }

    /// <summary>Only guests who are online, or only ended sessions. Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>The order parameter of the API's count; does not change the result. Default: not sent. Ignored by lists.</summary>
    public bool? LastSessionFirst { get; init; }

    /// <summary>Whether to include the masked fields of <see cref="GuestWifiOptions.RevealToStaff"/>. Default: false.</summary>
    public bool ForStaff { get; init; }

    /// <summary>Whether the query itself identifies a guest. Its results are never stored.</summary>
    internal bool IsPersonal => GuestId is not null || DeviceMac is not null || YasId is not null;

    internal void Validate()
    {
        if (Limit is < 1 or > MaxLimit) throw Invalid("limit", Limit, $"it must be from 1 to {MaxLimit}.");
        if (Page < 1) throw Invalid("page", Page, "it must be 1 or more.");
        if (Page > 1 && Limit > MaxPageSize) throw Invalid("limit", Limit, $"it must be at most {MaxPageSize} together with a page.");
        if (GuestId is not null && !Identifier.IsValid(GuestId))
            throw Invalid("guest-id", Hidden, "it must be 1 to 64 letters (A-Z, a-z), digits, '_' or '-'.");
        if (LocationId is not null) Identifier.Validate("location-id", LocationId);
        if (DeviceMac is not null && DeviceMac.GetAddressBytes().Length != 6)
            throw Invalid("device-mac", Hidden, "it must be an address of 48 bits, such as 14:2d:27:e7:40:2b.");
        CheckDay("from", StartedFrom);
        CheckDay("to", EndedBefore);
        if (StartedFrom > EndedBefore)
            throw Invalid("from", $"{StartedFrom:yyyy-MM-dd}", $"it must not be after the end ({EndedBefore:yyyy-MM-dd}).");
    }

    /// <summary>The query as text; personal data is <c>***</c>.</summary>
    public override string ToString()
    {
        var location = LocationId ?? "any";
        var guest = IsPersonal ? Hidden : "any";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(GuestSessionQuery)} {{ Limit = {Limit}, Page = {Page}, Location = {location}, Guest = {guest}, "
            + $"From = {StartedFrom:yyyy-MM-dd}, To = {EndedBefore:yyyy-MM-dd}, Online = {Online} }}");
    }

    private static void CheckDay(string name, DateOnly? day)
    {
        if (day is { Year: < 2000 or > 2100 }) throw Invalid(name, $"{day:yyyy-MM-dd}", "it must be a day from 2000-01-01 to 2100-12-31.");
    }

    private static ParameterException Invalid(string name, object value, string allowed) =>
        new(name, Convert.ToString(value, CultureInfo.InvariantCulture), allowed);
}
