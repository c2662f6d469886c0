using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Reads dates as people and programs write them: ISO 8601, HTTP dates, "March 14, 2016", "14 Mar 2016 3:05 pm",
/// "2016/03/14", seconds since 1970. What is missing of the time is zero; a missing date is today.
/// </summary>
internal ref struct DateParser
{
    private const int MaxLength = 128;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int? _year;
    private int? _month;
    private int? _day;
    private TimeSpan? _time;
    private TimeSpan? _offset;
    private bool _isKnown;

    private DateParser(ReadOnlySpan<char> text) => _text = text;

    public static bool TryUnixSeconds(long seconds, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (seconds is < -62135596800 or > 253402300799) return false;
        date = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);
        return true;
    }

    public static bool TryParse(string text, DateTimeOffset now, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is 0 or > MaxLength) return false;
        now = TimeZoneInfo.ConvertTime(now, zone);
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase) || text.Equals("today", StringComparison.OrdinalIgnoreCase))
        {
            date = now;
            return true;
        }

        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && TryUnixSeconds(seconds, zone, out date);
        var parser = new DateParser(text);
        return parser.Read() && parser.TryMake(now, zone, out date);
    }

    private bool Read()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiLetter(c))
            {
                Word();
            }
            else if (char.IsAsciiDigit(c))
            {
                if (!Number()) return false;
            }
            else if (c is '+' or '-' && _time is not null && _offset is null && char.IsAsciiDigit(Peek(1)))
            {
                Offset();
            }
            else
            {
                _at++;
            }
        }

        return _isKnown;
    }

    private void Word()
    {
        var start = _at;
        while (char.IsAsciiLetter(Peek(0))) _at++;
        var word = _text[start.._at];
        if (word.Length >= 3 && Index(Months, word) is var month and >= 0 && _month is null)
        {
            _month = month + 1;
            _isKnown = true;
        }
        else if (_time is { } time && word.Equals("pm", StringComparison.OrdinalIgnoreCase))
        {
            if (time.Hours < 12) _time = time + TimeSpan.FromHours(12);
        }
        else if (_time is { Hours: 12 } noon && word.Equals("am", StringComparison.OrdinalIgnoreCase))
        {
            _time = noon - TimeSpan.FromHours(12);
        }
        else if (_time is not null && ZoneNames.Find(word) is { } offset)
        {
            _offset = offset;
        }
    }

    private bool Number()
    {
        var value = Digits(out var length);
        var next = Peek(0);
        if (next == ':' && char.IsAsciiDigit(Peek(1)) && _time is null) return Time(value);
        if (next is '-' or '/' or '.' && _day is null && IsDatePart(1) && _time is null) return Triple(value, length, next);
        if (_time is null && length <= 2 && IsMeridian()) return SetTime(value, 0, TimeSpan.Zero);
        if (length == 8 && _year is null) return SetDate(value / 10000, value / 100 % 100, value % 100);
        if (length == 14 && _year is null)
        {
            var clock = (int)(value % 1000000);
            return SetDate(value / 10000000000, value / 100000000 % 100, value / 1000000 % 100) &&
                SetTime(clock / 10000, clock / 100 % 100, TimeSpan.FromSeconds(clock % 100));
        }

        if (length <= 2 && _day is null) _day = (int)value;
        else if (length is 3 or 4 && _year is null) _year = (int)value;
        else if (length <= 2 && _year is null) _year = Century((int)value);
        else return true;
        _isKnown |= _month is not null || length >= 3 || _day is not null;
        if (Peek(0) is 's' or 'S' or 'n' or 'N' or 'r' or 'R' or 't' or 'T' && char.IsAsciiLetter(Peek(1))) _at += 2;
        return true;
    }

    /// <summary>Three parts with the same separator: year first when it has more than two digits, else day first.</summary>
    private bool Triple(long first, int firstLength, char separator)
    {
        _at++;
        long second;
        if (char.IsAsciiLetter(Peek(0)))
        {
            var start = _at;
            while (char.IsAsciiLetter(Peek(0))) _at++;
            second = Index(Months, _text[start.._at]) + 1;
        }
        else
        {
            second = Digits(out _);
        }

        if (Peek(0) != separator || !char.IsAsciiDigit(Peek(1)))
            return firstLength > 2 ? SetDate(first, second, 1) : SetDate(null, first, second);
        _at++;
        var third = Digits(out var thirdLength);
        if (firstLength > 2) return SetDate(first, second, third);
        return separator == '-' && thirdLength <= 2
            ? SetDate(Century((int)first), second, third)
            : SetDate(thirdLength > 2 ? third : Century((int)third), second, first);
    }

    private bool Time(long hour)
    {
        _at++;
        var minute = Digits(out _);
        var seconds = TimeSpan.Zero;
        if (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            seconds = TimeSpan.FromSeconds(Digits(out _));
            if (seconds >= TimeSpan.FromSeconds(60)) return false;
            if (Peek(0) is '.' or ',' && char.IsAsciiDigit(Peek(1)))
            {
                _at++;
                var fraction = Digits(out var length);
                seconds += TimeSpan.FromTicks((long)(fraction * Math.Pow(10, 7 - length)));
            }
        }

        return SetTime(hour, minute, seconds);
    }

    private void Offset()
    {
        var isNegative = _text[_at++] == '-';
        var value = Digits(out var length);
        var minutes = length > 2 ? value % 100 : 0;
        var hours = length > 2 ? value / 100 : value;
        if (length <= 2 && Peek(0) == ':' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            minutes = Digits(out _);
        }

        if (hours > 14 || minutes > 59) return;
        var offset = new TimeSpan((int)hours, (int)minutes, 0);
        if (offset <= TimeSpan.FromHours(14)) _offset = isNegative ? -offset : offset;
    }

    private readonly bool TryMake(DateTimeOffset now, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var hasDate = _year is not null || _month is not null || _day is not null;
        var year = _year ?? now.Year;
        var month = _month ?? (hasDate && _year is not null ? 1 : now.Month);
        var day = _day ?? (hasDate ? 1 : now.Day);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + (_time ?? TimeSpan.Zero);
        var offset = _offset ?? zone.GetUtcOffset(local);
        if (local.Ticks - offset.Ticks < 0 || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks) return false;
        date = new DateTimeOffset(local, offset);
        return true;
    }

    private bool SetDate(long? year, long month, long day)
    {
        _year = (int?)year ?? _year;
        _month = (int)Math.Min(month, 99);
        _day = (int)Math.Min(day, 99);
        _isKnown = true;
        return true;
    }

    private bool SetTime(long hour, long minute, TimeSpan seconds)
    {
        if (hour > 23 || minute > 59) return false;
        _time = new TimeSpan((int)hour, (int)minute, 0) + seconds;
        _isKnown = true;
        return true;
    }

    private long Digits(out int length)
    {
        var start = _at;
        while (char.IsAsciiDigit(Peek(0)) && _at - start < 18) _at++;
        length = _at - start;
        return length == 0 ? 0 : long.Parse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private readonly bool IsDatePart(int ahead) =>
        char.IsAsciiDigit(Peek(ahead)) ||
        (_at + ahead + 3 <= _text.Length && Index(Months, _text.Slice(_at + ahead, 3)) >= 0);

    private readonly bool IsMeridian()
    {
        var rest = _text[_at..].TrimStart(' ');
        return rest.Length >= 2 && rest[0] is 'a' or 'A' or 'p' or 'P' && rest[1] is 'm' or 'M' &&
            (rest.Length == 2 || !char.IsAsciiLetter(rest[2]));
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private static int Century(int year) => year < 69 ? 2000 + year : 1900 + year;

    private static int Index(string[] names, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (word.StartsWith(names[i], StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}

/// <summary>The abbreviations of zones that dates of mail and HTTP use.</summary>
internal static class ZoneNames
{
    public static TimeSpan? Find(ReadOnlySpan<char> name)
    {
        Span<char> upper = stackalloc char[4];
        if (name.Length > 4) return null;
        name.ToUpperInvariant(upper);
        return upper[..name.Length] switch
        {
            "Z" or "UTC" or "GMT" or "UT" or "WET" => TimeSpan.Zero,
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "BST" or "CET" or "WEST" => TimeSpan.FromHours(1),
            "CEST" or "EET" => TimeSpan.FromHours(2),
            _ => null,
        };
    }
}
