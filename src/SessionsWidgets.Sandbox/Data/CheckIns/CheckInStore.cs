namespace SessionsWidgets.Sandbox.Data.CheckIns;

/// <summary>The check-ins of venues. Immutable and thread-safe.</summary>
internal sealed class CheckInStore(IEnumerable<SeedCheckIn> checkIns)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<SeedCheckIn> All { get; } =
        [.. checkIns.OrderByDescending(checkIn => checkIn.CreatedAt).ThenByDescending(checkIn => checkIn.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SeedCheckIn> Read(string venueId, PageWindow window) =>
        window.Of(All.Where(checkIn => checkIn.Venue.Id == venueId), checkIn => checkIn.CreatedAt);
}
