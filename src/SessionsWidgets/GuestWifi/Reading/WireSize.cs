namespace SessionsWidgets;

/// <summary>Reads sizes as text: <c>3.34 MB</c>, <c>900.58 kB</c>.</summary>
internal static class WireSize
{
    /// <summary>The size in bytes, by powers of 1000 (1024 for KiB, MiB, …); null if invalid.</summary>
    public static long? Read(string? text)
    {
        if (text is null) return null;
        var trimmed = text.AsSpan().Trim();
        var unitAt = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (unitAt == 0 || !decimal.TryParse(trimmed[..unitAt], Style, CultureInfo.InvariantCulture, out var number)) return null;
        if (FactorOf(trimmed[unitAt..].Trim()) is not { } factor || number > long.MaxValue / factor) return null;
        return (long)(number * factor);
    }

    private static decimal? FactorOf(ReadOnlySpan<char> unit)
    {
        if (unit.Length == 0 || Is(unit, "B") || Is(unit, "bytes") || Is(unit, "byte")) return 1;
        var binary = unit.Length == 3 && char.ToUpperInvariant(unit[1]) == 'I';
        if ((unit.Length != 2 && !binary) || char.ToUpperInvariant(unit[^1]) != 'B') return null;
        var power = "KMGT".IndexOf(char.ToUpperInvariant(unit[0]), StringComparison.Ordinal) + 1;
        if (power == 0) return null;
        decimal factor = 1;
        for (var i = 0; i < power; i++) factor *= binary ? 1024 : 1000;
        return factor;

        static bool Is(ReadOnlySpan<char> unit, string name) => unit.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
