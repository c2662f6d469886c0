namespace SessionsWidgets;

/// <summary>The number of guests who are on the venue's Wi-Fi now. Immutable.</summary>
public sealed record GuestsOnline : Widget;
