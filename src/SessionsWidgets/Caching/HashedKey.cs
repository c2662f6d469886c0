namespace SessionsWidgets;

/// <summary>Stands in the memory for a key of which nothing may be kept: a hash, from which nothing can be worked out. Immutable.</summary>
internal sealed record HashedKey(string Hash);
