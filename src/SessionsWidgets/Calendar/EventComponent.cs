namespace SessionsWidgets;

/// <summary>Writes an event as a component VEVENT.</summary>
internal static class EventComponent
{
    /// <summary>When the event was last changed is not known, and the time of writing would make other bytes of the same data.</summary>
    private const string Stamp = "19700101T000000Z";

    public static void Write(CalendarWriter calendar, BusinessContext business, BusinessEvent item)
    {
        calendar.Write("BEGIN", "VEVENT");
        calendar.Write("UID", IdOf(business, item));
        calendar.Write("DTSTAMP", Stamp);
        WriteTimes(calendar, item);
        calendar.WriteText("SUMMARY", item.Title);
        Uri[] links = [.. new[] { item.ExternalUrl, item.TicketUrl }.OfType<Uri>().Where(IsLink).Distinct()];
        // Many calendars show no URL, but links in the description.
        string?[] paragraphs = [item.Description, links.Length == 0 ? null : string.Join('\n', links.Select(l => l.AbsoluteUri))];
        calendar.WriteLines("DESCRIPTION", Join("\n\n", paragraphs));
        calendar.WriteText("LOCATION", Join(", ", [item.LocationName, item.Address]));
        if (links.Length > 0) calendar.Write("URL", links[0].AbsoluteUri);
        calendar.Write("END", "VEVENT");
    }

    /// <summary>The same in every calendar, on every server and at every time; no other event of any business has it.</summary>
    private static string IdOf(BusinessContext business, BusinessEvent item) =>
        $"{Uri.EscapeDataString(item.Id)}@{business.BusinessId}.{EnumText.NameOf($"{business.BusinessType}")}.boxpressd";

    private static void WriteTimes(CalendarWriter calendar, BusinessEvent item)
    {
        var ends = item.EndsAt is null ? default(DateTimeOffset?) : item.OverAt;
        if (item.StartsOnDay && (ends is null || item.EndsOnDay))
        {
            // Whole days, which calendars show as such in every zone. Without an end, it is the day of the start.
            calendar.Write("DTSTART;VALUE=DATE", Day(item.StartsAt));
            if (ends is { } last) calendar.Write("DTEND;VALUE=DATE", Day(last));
            return;
        }

        var start = Time(item.StartsAt);
        calendar.Write("DTSTART", start);
        // An end within the second of the start would not be after it.
        if (ends is { } end && Time(end) is var text && text != start) calendar.Write("DTEND", text);

        string Day(DateTimeOffset time) =>
            LocalDay.Of(time, item.TimeZone ?? TimeZoneInfo.Utc).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static bool IsLink(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static string? Join(string separator, string?[] texts)
    {
        var parts = texts.Where(static t => !string.IsNullOrWhiteSpace(t)).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? null : string.Join(separator, parts);
    }
}
