using System.Buffers;

namespace SessionsWidgets;

/// <summary>Counts the values of an answer that made no sense and were cleaned or left out. Not thread-safe.</summary>
internal sealed class Corrections
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many, by reason.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The scheme of a picture's address that was refused; null when none was.</summary>
    public string? RefusedScheme { get; private set; }

    /// <summary>Passes on what was read; counts when something was given and nothing could be made of it.</summary>
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

    private void Count(string reason) => _counts[reason] = _counts.GetValueOrDefault(reason) + 1;

    /// <summary>The scheme if it is one, in letters only: what upstream writes there is no text for a log.</summary>
    private static string SchemeOf(string address)
    {
        var colon = address.AsSpan().IndexOf(':');
        return colon is > 0 and <= 12 && address.AsSpan(0, colon).IndexOfAnyExcept(Letters) < 0
            ? address[..colon].ToLowerInvariant()
            : "none";
    }

}
