namespace SessionsWidgets;

/// <summary>How long the guest who opens the page has been on the venue's Wi-Fi. Rendered for each visitor anew, by
/// <see cref="RenderRequest.VisitorAddress"/>.</summary>
public sealed record WifiTime : Widget;
