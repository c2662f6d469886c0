namespace SessionsWidgets;

/// <summary>A widget to keep warm, and its business.</summary>
internal sealed record WarmupEntry(Widget Widget, string? Business);
