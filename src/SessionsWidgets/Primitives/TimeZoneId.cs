using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using TimeZoneConverter;

namespace SessionsWidgets;

/// <summary>Finds time zones by IANA name or Windows id, also where the runtime has no globalization data to convert one.</summary>
internal static class TimeZoneId
{
    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/");

    /// <summary>Whether a text has the form of an IANA name, such as America/New_York. No other text of upstream is looked up: names are
    /// paths of files.</summary>
    public static bool IsIanaName(string name) =>
        name.Length is > 0 and <= MaxLength && char.IsAsciiLetter(name[0]) && !name.AsSpan().ContainsAnyExcept(Allowed)
        && !IsOfTheMachine(name);

    /// <summary>Whether it is a file beside those of zones: the machine's own zone, or zones counted in another way.</summary>
    private static bool IsOfTheMachine(string name) =>
        name is "localtime" or "posixrules"
        || name.StartsWith("posix/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("right/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The IANA name that a text was probably meant to be; null if none is near.</summary>
    public static string? Nearest(string id) => NearestName.Misspelt(id.Trim().Replace(' ', '_'), TZConvert.KnownIanaTimeZoneNames);

    public static bool TryFind(string id, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone)
        || ((TZConvert.TryWindowsToIana(id, out var other) || TZConvert.TryIanaToWindows(id, out other))
            && TimeZoneInfo.TryFindSystemTimeZoneById(other, out zone));
}
