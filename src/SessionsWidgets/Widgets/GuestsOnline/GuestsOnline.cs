namespace SessionsWidgets;

/// <summary>How many guests are on the venue's Wi-Fi now.</summary>
public sealed record GuestsOnline : Widget;
