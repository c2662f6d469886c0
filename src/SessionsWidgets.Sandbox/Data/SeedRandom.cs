namespace SessionsWidgets.Sandbox.Data;

/// <summary>
/// Random numbers that depend on the seed alone (SplitMix64): System.Random promises the same numbers for one version of .NET only.
/// Not thread-safe.
/// </summary>
internal sealed class SeedRandom(int seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A whole number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in this many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, each as likely as its weight says.</summary>
    public int Weighted(IReadOnlyList<int> weights)
    {
        int ticket = Below(weights.Sum());
        int index = 0;
        while (ticket >= weights[index])
            ticket -= weights[index++];
        return index;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
