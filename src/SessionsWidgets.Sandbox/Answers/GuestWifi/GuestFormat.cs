using System.Globalization;

namespace SessionsWidgets.Sandbox.Answers.GuestWifi;

/// <summary>Values as this API writes them.</summary>
internal static class GuestFormat
{
    private static readonly string[] _units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>The display strings are three hours off UTC, as in the documentation's sample.</summary>
    private static readonly TimeSpan _displayOffset = TimeSpan.FromHours(3);

    /// <summary>Hours go on beyond a day: <c>31:12:05</c>.</summary>
    public static string Duration(long seconds) => string.Create(
        CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    /// <summary>A size in steps of a thousand: <c>900.58 kB</c>.</summary>
    public static string Size(long bytes)
    {
        decimal value = bytes;
        int unit = 0;
        while (value >= 1000)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {_units[unit]}");
    }

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string DisplayTime(DateTimeOffset time) =>
        time.ToOffset(_displayOffset).ToString("yyyy-MM-dd h:mm tt", CultureInfo.InvariantCulture);
}
