namespace SessionsWidgets;

/// <summary>An answer cannot be used. The message tells why, without any of its text.</summary>
internal sealed class PayloadException(string message) : Exception(message);
