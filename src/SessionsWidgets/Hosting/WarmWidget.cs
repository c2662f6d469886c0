namespace SessionsWidgets;

/// <summary>A widget to keep warm, and its business.</summary>
internal sealed record WarmWidget(Widget Widget, string? Business);
