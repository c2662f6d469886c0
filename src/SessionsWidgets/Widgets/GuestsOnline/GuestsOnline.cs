namespace SessionsWidgets;

/// <summary>The number of guests on the venue's Wi-Fi now.</summary>
public sealed record GuestsOnline : Widget;
