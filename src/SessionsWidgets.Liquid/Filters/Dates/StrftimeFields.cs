using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>The fields of a date that strftime's conversions name.</summary>
internal static class StrftimeFields
{
    public const string Conversions = "%ntNLzYCymdejHIklMSuwGgVUWsBbhAapPZcDxFTXrRv+";

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] ShortMonths = [.. Months.Select(static name => name[..3])];
    private static readonly string[] ShortDays = [.. Days.Select(static name => name[..3])];

    /// <summary>A conversion that yields a number, with its usual width and padding.</summary>
    public static bool TryNumber(char conversion, DateTimeOffset date, out long number, out int digits, out char padding)
    {
        padding = conversion is 'e' or 'k' or 'l' ? ' ' : '0';
        digits = conversion switch { 'Y' or 'G' => 4, 'j' => 3, 'u' or 'w' or 's' => 1, _ => 2 };
        var hour12 = date.Hour % 12 == 0 ? 12 : date.Hour % 12;
        number = conversion switch
        {
            'Y' => date.Year,
            'C' => date.Year / 100,
            'y' => date.Year % 100,
            'm' => date.Month,
            'd' or 'e' => date.Day,
            'j' => date.DayOfYear,
            'H' or 'k' => date.Hour,
            'I' or 'l' => hour12,
            'M' => date.Minute,
            'S' => date.Second,
            'u' => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek,
            'w' => (int)date.DayOfWeek,
            'G' => ISOWeek.GetYear(date.DateTime),
            'g' => ISOWeek.GetYear(date.DateTime) % 100,
            'V' => ISOWeek.GetWeekOfYear(date.DateTime),
            'U' => (date.DayOfYear + 6 - (int)date.DayOfWeek) / 7,
            'W' => (date.DayOfYear + 6 - (((int)date.DayOfWeek + 6) % 7)) / 7,
            's' => date.ToUnixTimeSeconds(),
            _ => long.MinValue,
        };
        return number != long.MinValue;
    }

    /// <summary>A conversion that yields text.</summary>
    public static string Text(char conversion, DateTimeOffset date, LiquidRenderContext context) => conversion switch
    {
        'B' => Months[date.Month - 1],
        'b' or 'h' => ShortMonths[date.Month - 1],
        'A' => Days[(int)date.DayOfWeek],
        'a' => ShortDays[(int)date.DayOfWeek],
        'p' => date.Hour < 12 ? "AM" : "PM",
        'P' => date.Hour < 12 ? "am" : "pm",
        'Z' => date.Offset == TimeSpan.Zero ? "UTC" : string.Empty,
        'c' => Composite("%a %b %e %H:%M:%S %Y", date, context),
        'D' or 'x' => Composite("%m/%d/%y", date, context),
        'F' => Composite("%Y-%m-%d", date, context),
        'T' or 'X' => Composite("%H:%M:%S", date, context),
        'r' => Composite("%I:%M:%S %p", date, context),
        'R' => Composite("%H:%M", date, context),
        'v' => Composite("%e-%^b-%Y", date, context),
        _ => Composite("%a %b %e %H:%M:%S %Z %Y", date, context),
    };

    private static string Composite(string format, DateTimeOffset date, LiquidRenderContext context)
    {
        context.Charge(512);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            var conversion = format[++i];
            if (conversion == '^') text.Append(Text(format[++i], date, context).ToUpperInvariant());
            else if (TryNumber(conversion, date, out var number, out var digits, out var padding))
                text.Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, padding));
            else text.Append(Text(conversion, date, context));
        }

        return text.ToString();
    }
}
