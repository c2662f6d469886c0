namespace SessionsWidgets;

/// <summary>The visitor's own time on the Wi-Fi, by <see cref="RenderRequest.VisitorAddress"/>. Never cached. Immutable.</summary>
public sealed record WifiTime : Widget;
