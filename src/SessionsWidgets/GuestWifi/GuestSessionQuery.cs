using System.Net.NetworkInformation;

namespace SessionsWidgets;

/// <summary>A query for guest sessions. All parts are optional.</summary>
/// <remarks>Immutable. Validated before a request is made. Error messages contain no personal data.</remarks>
public sealed record GuestSessionQuery
{
    /// <summary>The maximum of <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The maximum number of sessions per HTTP request. A larger <see cref="Limit"/> takes several requests.</summary>
    public const int MaxPageSize = 100;

    private const string Hidden = "***";

    /// <summary>The maximum number of sessions, 1 to 1000. Default: 10. Counts ignore it.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The page of <see cref="Limit"/> sessions, from 1. Above 1, the limit is 100 at most. Default: 1. Counts ignore
    /// it.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The id of a guest, 1 to 64 letters, digits, '_' or '-': gets only the sessions of this guest. Default: all
    /// guests.</summary>
    public string? GuestId { get; init; }

    /// <summary>The id of a location, 1 to 64 letters, digits, '_' or '-': gets only the sessions there. Default: that of the context,
    /// otherwise all locations.</summary>
    public string? LocationId { get; init; }

    /// <summary>The hardware address of a device (48 bits): gets only its sessions. Default: all devices.</summary>
    public PhysicalAddress? DeviceMac { get; init; }

    /// <summary>The first day of the start, inclusive, as the API counts days: 2000-01-01 to 2100-12-31. Default: no bound.</summary>
    public DateOnly? StartedFrom { get; init; }

    /// <summary>The day before which sessions have ended, as the API counts days; not before <see cref="StartedFrom"/>: 2000-01-01 to
    /// 2100-12-31. Default: no bound.</summary>
    public DateOnly? EndedBefore { get; init; }

    /// <summary>A Yas id: gets only the sessions with it. Default: all.</summary>
    public Guid? YasId { get; init; }

    /// <summary>Whether to get only sessions that are online (true) or only ended ones (false). Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>The order parameter of the API for counts; does not change the result. Default: not sent. Lists ignore it.</summary>
    public bool? LastSessionFirst { get; init; }

    /// <summary>Whether <see cref="GuestSession.Details"/> has the masked fields of <see cref="GuestWifiOptions.RevealToStaff"/>. Default:
    /// false.</summary>
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

    /// <summary>Returns the query as text. Personal data is shown as <c>***</c>.</summary>
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
