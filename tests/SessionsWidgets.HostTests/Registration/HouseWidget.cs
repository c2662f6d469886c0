namespace SessionsWidgets.HostTests.Registration;

/// <summary>A widget of a host.</summary>
internal sealed record HouseWidget : Widget
{
    public static WidgetDefinition Type { get; } = Create();

    public static WidgetDefinition Create() => new WidgetDefinition<HouseWidget>(
        "the-house", [], (_, _) => WidgetQuery.Sessions(new SessionQuery()).ToModel(page => new HouseModel(page.Sessions.Count)));
}

internal sealed class HouseModel(int smokes) : WidgetModel
{
    public override bool IsEmpty => smokes == 0;
}
