namespace SessionsWidgets;

/// <summary>The label of an event's time zone: the city that it is named after, otherwise its offset from UTC. Immutable.</summary>
internal sealed record EventZone(string? City, string? Offset)
{
    private static readonly string[] Regions =
    [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
    ];

    /// <summary>The zone; null if its clocks are those of the business.</summary>
    public static EventZone? Of(TimeZoneInfo zone, TimeZoneInfo business, DateTimeOffset at)
    {
        if (zone.Id == business.Id || zone.HasSameRules(business)) return null;
        var parts = zone.Id.Split('/');
        // Names such as Etc/GMT+5, whose sign is the other way round, US/Eastern and EST are of no place.
        return parts.Length > 1 && Regions.Contains(parts[0], StringComparer.Ordinal)
            ? new(parts[^1].Replace('_', ' '), null)
            : new(null, OffsetOf(zone.GetUtcOffset(at)));
    }

    private static string OffsetOf(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(
            CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '\u2212' : '+')}{Math.Abs(offset.Hours)}{minutes}");
    }
}
