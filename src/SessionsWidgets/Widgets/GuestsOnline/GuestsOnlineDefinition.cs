namespace SessionsWidgets;

internal static class GuestsOnlineDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<GuestsOnline>("guests-online", [], Plan)
    {
        UnavailableKey = "guests_unavailable",
        IsSmall = true,
        Describe = members => members.AddGuestCount().Add<GuestsOnlineModel>(model => model
            .Model("guests", m => m.Guests)
            .Member("as_of", m => m.AsOf)),
    };

    private static WidgetPlan Plan(GuestsOnline widget, WidgetContext context)
    {
        var online = WidgetQuery.GuestCount(new GuestSessionQuery { Online = true });
        return new WidgetPlan(
            [online],
            results => results.Get(online) is { Value: { } guests, FetchedAt: var asOf } ? new GuestsOnlineModel(guests, asOf) : null);
    }
}

internal sealed class GuestsOnlineModel(GuestCount guests, DateTimeOffset asOf) : WidgetModel
{
    public override bool IsEmpty => Guests.IsNone;

    public GuestCount Guests { get; } = guests;

    public DateTimeOffset AsOf { get; } = asOf;
}
