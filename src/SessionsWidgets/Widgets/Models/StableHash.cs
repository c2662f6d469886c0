namespace SessionsWidgets;

/// <summary>A hash that is the same in every process: 32-bit FNV-1a over UTF-16 units, with a final mix for the low bits.</summary>
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
