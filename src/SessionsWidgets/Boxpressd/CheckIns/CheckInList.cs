using System.Text.Json;

namespace SessionsWidgets;

/// <summary>The check-ins at a venue.</summary>
internal sealed class CheckInList : ListKind<CheckInQuery, CheckIn, CheckInPage>
{
    public static CheckInList Instance { get; } = new();

    public override string Name => "boxpressd/checkins";

    public override CheckIn? Read(JsonElement item, ItemReader reader)
    {
        var wire = PayloadJson.Item(item, WireContext.Default.WireCheckIn);
        if (wire is not { CreatedAt: { } created, User: { } user } || reader.Text(wire.Id) is not { } id) return null;
        return new CheckIn
        {
            Id = id,
            CreatedAt = reader.Date(created),
            CreatedOnDay = WireDate.IsDay(created),
            Note = reader.Note(wire.Note),
            Rating = reader.Rating(wire.Rating),
            User = reader.User(user),
            Venue = reader.Venue(wire.Venue),
        };
    }

    public override string IdOf(CheckIn item) => item.Id;

    public override long SizeOf(CheckIn item) =>
        ItemSize.Item + ItemSize.Of(item.Id) + ItemSize.Of(item.Note) + ItemSize.Of(item.User) + ItemSize.Of(item.Venue);

    public override CheckInPage ToPage(IEnumerable<CheckIn> items) => new() { CheckIns = NewestFirst(items) };

    public override CheckInPage Show(CheckInPage page, CheckInQuery query, TimeZoneInfo zone, DateTimeOffset now) =>
        page.CheckIns.Any(static c => c.CreatedOnDay)
            ? page with { CheckIns = NewestFirst(page.CheckIns.Select(c => c.In(zone))) }
            : page;

    private static CheckIn[] NewestFirst(IEnumerable<CheckIn> items) =>
        [.. items.OrderByDescending(static c => c.CreatedAt ?? DateTimeOffset.MinValue).ThenBy(static c => c.Id, StringComparer.Ordinal)];
}
