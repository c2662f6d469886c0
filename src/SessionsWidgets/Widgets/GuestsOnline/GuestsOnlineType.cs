namespace SessionsWidgets;

/// <summary>How <see cref="GuestsOnline"/> is read and what its template sees.</summary>
internal static class GuestsOnlineType
{
    public static WidgetType Instance { get; } = new WidgetType<GuestsOnline>("guests-online", [], LoadAsync)
    {
        Describe = members => members.Add<GuestsOnlineModel>(model => model
            .Model("guests", m => m.Guests)
            .Member("as_of", m => m.AsOf)),
    };

    private static async ValueTask<WidgetModel?> LoadAsync(GuestsOnline widget, WidgetContext context, CancellationToken cancellationToken) =>
        await context.CountGuestsAsync(new GuestSessionQuery { Online = true }, cancellationToken) is var (guests, asOf)
            ? new GuestsOnlineModel(guests, asOf)
            : null;
}

/// <summary>What the template <c>guests-online</c> sees.</summary>
internal sealed class GuestsOnlineModel(GuestCount guests, DateTimeOffset asOf) : WidgetModel
{
    public override bool IsEmpty => Guests.IsNone;

    public GuestCount Guests { get; } = guests;

    public DateTimeOffset AsOf { get; } = asOf;
}
