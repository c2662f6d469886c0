using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>How floats are written: the shortest digits that read back, always with a fraction, as Ruby writes them.</summary>
internal static class NumberText
{
    /// <summary>The longest that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 32;

    public static string ToText(double value)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        return System.Text.Encoding.ASCII.GetString(buffer[..Format(value, buffer)]);
    }

    public static int Format(double value, Span<byte> destination)
    {
        if (double.IsNaN(value)) return Copy("NaN"u8, destination);
        if (double.IsInfinity(value)) return Copy(value > 0 ? "Infinity"u8 : "-Infinity"u8, destination);

        Span<byte> shortest = stackalloc byte[MaxLength];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);

        Span<byte> digits = stackalloc byte[MaxLength];
        var (count, point) = Split(shortest[..length], digits);
        var position = 0;
        if (double.IsNegative(value)) destination[position++] = (byte)'-';
        position += point is > -4 and <= 16
            ? Plain(digits[..count], point, destination[position..])
            : Scientific(digits[..count], point, destination[position..]);
        return position;
    }

    /// <summary>Takes the significant digits out of a formatted number, and where the decimal point stands before them.</summary>
    private static (int Count, int Point) Split(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var count = 0;
        var point = 0;
        var seenPoint = false;
        var exponent = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == (byte)'-') continue;
            if (c == (byte)'.')
            {
                seenPoint = true;
            }
            else if (c == (byte)'E')
            {
                exponent = int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else
            {
                if (!seenPoint) point++;
                if (count == 0 && c == (byte)'0')
                {
                    // Leading zeros only move the point.
                    point--;
                }
                else
                {
                    digits[count++] = c;
                }
            }
        }

        while (count > 0 && digits[count - 1] == (byte)'0') count--;
        if (count > 0) return (count, point + exponent);
        digits[0] = (byte)'0';
        return (1, 1);
    }

    private static int Plain(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var position = 0;
        if (point <= 0)
        {
            position += Copy("0."u8, destination);
            for (var i = point; i < 0; i++) destination[position++] = (byte)'0';
            return position + Copy(digits, destination[position..]);
        }

        for (var i = 0; i < point; i++) destination[position++] = i < digits.Length ? digits[i] : (byte)'0';
        destination[position++] = (byte)'.';
        if (digits.Length <= point) destination[position++] = (byte)'0';
        else position += Copy(digits[point..], destination[position..]);
        return position;
    }

    private static int Scientific(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var position = 0;
        destination[position++] = digits[0];
        destination[position++] = (byte)'.';
        position += digits.Length > 1 ? Copy(digits[1..], destination[position..]) : Copy("0"u8, destination[position..]);
        destination[position++] = (byte)'e';
        var exponent = point - 1;
        destination[position++] = exponent < 0 ? (byte)'-' : (byte)'+';
        Math.Abs(exponent).TryFormat(destination[position..], out var written, "00", CultureInfo.InvariantCulture);
        return position + written;
    }

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        source.CopyTo(destination);
        return source.Length;
    }
}
