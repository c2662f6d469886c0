namespace SessionsWidgets;

/// <summary>A widget whose sessions are to be there before anyone asks.</summary>
internal sealed record WarmWidget(Widget Widget, string? Business);
