namespace SessionsWidgets;

/// <summary>A hash that is the same in every process: 32-bit FNV-1a over UTF-16 units, mixed at the end so that its low bits
/// vary.</summary>
internal static class StableHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return hash ^ (hash >> 13);
    }
}
