namespace SessionsWidgets;

/// <summary>A key that must not be stored in clear, as a one-way hash. Immutable.</summary>
internal sealed record HashedKey(string Hash);
