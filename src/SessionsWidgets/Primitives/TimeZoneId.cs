using System.Diagnostics.CodeAnalysis;
using TimeZoneConverter;

namespace SessionsWidgets;

/// <summary>Finds time zones by IANA name or Windows id, also where the runtime has no globalization data to convert one.</summary>
internal static class TimeZoneId
{
    public static bool TryFind(string id, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone)
        || ((TZConvert.TryWindowsToIana(id, out var other) || TZConvert.TryIanaToWindows(id, out other))
            && TimeZoneInfo.TryFindSystemTimeZoneById(other, out zone));
}
