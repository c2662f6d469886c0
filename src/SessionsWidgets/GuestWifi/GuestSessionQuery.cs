using System.Net.NetworkInformation;

namespace SessionsWidgets;

/// <summary>Which guest sessions are wanted. Every part is optional.</summary>
/// <remarks>Immutable. Checked before any request is made; errors do not repeat what identifies a guest.</remarks>
public sealed record GuestSessionQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The largest number of sessions that one HTTP request asks for; a larger <see cref="Limit"/> takes several.</summary>
    public const int MaxPageSize = 100;

    private const string Hidden = "***";

    /// <summary>How many sessions at most: 1 to 1000. Default: 10. A count takes no notice of it.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Which run of <see cref="Limit"/> sessions: 1 or more; beyond 1 with a limit of at most 100. Default: 1. A count takes no
    /// notice of it.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The sessions of this guest only. Default: of all.</summary>
    public string? GuestId { get; init; }

    /// <summary>The sessions at this location only. Default: the context's, else all.</summary>
    public string? LocationId { get; init; }

    /// <summary>The sessions of this device only (48 bits). Default: of all.</summary>
    public PhysicalAddress? DeviceMac { get; init; }

    /// <summary>The sessions that started on this day or later. The API reads days in a zone of its own. Default: no bound.</summary>
    public DateOnly? StartedFrom { get; init; }

    /// <summary>The sessions that ended before this day; guests who are online have not. Not before <see cref="StartedFrom"/>. Default: no
    /// bound.</summary>
    public DateOnly? EndedBefore { get; init; }

    /// <summary>The sessions with this Yas id only. Default: all.</summary>
    public Guid? YasId { get; init; }

    /// <summary>Only guests who are online, or only sessions that have ended. Default: both.</summary>
    public bool? Online { get; init; }

    /// <summary>An order that the API's count knows; it changes no number. Default: not sent. Lists take no notice of it.</summary>
    public bool? LastSessionFirst { get; init; }

    /// <summary>Whether the fields that <see cref="GuestWifiOptions.RevealToStaff"/> names come along, masked. Default: false.</summary>
    public bool ForStaff { get; init; }

    /// <summary>Whether the query itself tells who is meant. Answers to such a query are never kept.</summary>
    internal bool IsPersonal => GuestId is not null || DeviceMac is not null || YasId is not null;

    internal void Validate()
    {
        if (Limit is < 1 or > MaxLimit) throw Refused("limit", Limit, $"it must be from 1 to {MaxLimit}.");
        if (Page < 1) throw Refused("page", Page, "it must be 1 or more.");
        if (Page > 1 && Limit > MaxPageSize) throw Refused("limit", Limit, $"it must be at most {MaxPageSize} together with a page.");
        if (GuestId is not null && !Identifier.IsValid(GuestId))
            throw Refused("guest-id", Hidden, "it must be 1 to 64 letters (A-Z, a-z), digits, '_' or '-'.");
        if (LocationId is not null) Identifier.Validate("location-id", LocationId);
        if (DeviceMac is not null && DeviceMac.GetAddressBytes().Length != 6)
            throw Refused("device-mac", Hidden, "it must be an address of 48 bits, such as 14:2d:27:e7:40:2b.");
        CheckDay("from", StartedFrom);
        CheckDay("to", EndedBefore);
        if (StartedFrom > EndedBefore)
            throw Refused("from", $"{StartedFrom:yyyy-MM-dd}", $"it must not be after the end ({EndedBefore:yyyy-MM-dd}).");
    }

    /// <summary>The query as text; what identifies a guest is <c>***</c>.</summary>
    public override string ToString()
    {
        var location = LocationId ?? "any";
        var guest = IsPersonal ? Hidden : "any";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(GuestSessionQuery)} {{ Limit = {Limit}, Page = {Page}, Location = {location}, Guest = {guest}, From = "
            + $"{StartedFrom:yyyy-MM-dd}, To = {EndedBefore:yyyy-MM-dd}, Online = {Online} }}");
    }

    private static void CheckDay(string name, DateOnly? day)
    {
        if (day is { Year: < 2000 or > 2100 }) throw Refused(name, $"{day:yyyy-MM-dd}", "it must be a day from 2000-01-01 to 2100-12-31.");
    }

    private static ParameterException Refused(string name, object value, string allowed) =>
        new(name, Convert.ToString(value, CultureInfo.InvariantCulture), allowed);
}
