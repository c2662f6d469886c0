using System.Buffers;

namespace SessionsWidgets;

/// <summary>Counts invalid values that were cleaned or left out. Not thread-safe.</summary>
internal sealed class PayloadCorrections
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts by reason.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The scheme of the first rejected address; null for none.</summary>
    public string? RefusedScheme { get; private set; }

    /// <summary>The first unknown time zone, or "none" for a text that is no name of one; null if all are known.</summary>
    public string? UnknownZone { get; private set; }

    /// <summary>Returns the parsed value; counts a given value that could not be parsed.</summary>
    public T? Check<T>(string reason, object? given, T? read)
        where T : struct
    {
        if (given is not null && read is null) Count(reason);
        return read;
    }

    public string? CheckText(string? given, string? cleaned)
    {
        if (given is not null && given.Length != (cleaned?.Length ?? 0)) Count("text");
        return cleaned;
    }

    public Uri? CheckUrl(string? given, Uri? read)
    {
        if (string.IsNullOrWhiteSpace(given) || read is not null) return read;
        Count("url");
        RefusedScheme ??= SchemeOf(given);
        return null;
    }

    public TimeZoneInfo? CheckZone(string given, TimeZoneInfo? found)
    {
        if (found is not null) return found;
        Count("time_zone");
        UnknownZone ??= TimeZoneId.IsIanaName(given) ? given : "none";
        return null;
    }

    private void Count(string reason) => _counts[reason] = _counts.GetValueOrDefault(reason) + 1;

    /// <summary>The scheme if it is made of letters, else "none": text of upstream must not be logged.</summary>
    private static string SchemeOf(string address)
    {
        var colon = address.AsSpan().IndexOf(':');
        return colon is > 0 and <= 12 && address.AsSpan(0, colon).IndexOfAnyExcept(Letters) < 0
            ? address[..colon].ToLowerInvariant()
            : "none";
    }
}
