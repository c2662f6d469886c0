using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>How values become numbers.</summary>
internal static class Numbers
{
    /// <summary>The whole number that a text begins with, as far as 64 bits reach; 0 when it begins with none.</summary>
    public static long LeadingInteger(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && Characters.IsWhiteSpace(text[i])) i++;
        var negative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is '-' or '+') i++;
        long value = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '_' && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) continue;
            if (!char.IsAsciiDigit(c)) break;
            if (value > (long.MaxValue - 9) / 10) return negative ? long.MinValue : long.MaxValue;
            value = (value * 10) + (c - '0');
        }

        return negative ? -value : value;
    }

    /// <summary>The number that a filter of arithmetic sees: 0 for what is none.</summary>
    public static LiquidValue ToNumber(in LiquidValue value, LiquidRenderContext context) => value.Kind switch
    {
        ValueKind.Integer or ValueKind.Float or ValueKind.BigInteger => value,
        ValueKind.String or ValueKind.Utf8 => FromText(context.TextOf(value), context),
        _ => 0,
    };

    /// <summary>A whole number where nothing else will do; one beyond 64 bits is as far as they reach.</summary>
    /// <exception cref="LiquidException">The value is no whole number.</exception>
    public static long ToInteger(in LiquidValue value, LiquidRenderContext context)
    {
        if (value.Kind == ValueKind.Integer) return value.Bits;
        if (value.Kind == ValueKind.BigInteger) return BigNumbers.Of(value).Sign < 0 ? long.MinValue : long.MaxValue;
        if (value.IsText && TryStrictInteger(context.TextOf(value), out var number)) return number;
        throw context.Error("Invalid integer: a whole number is needed here.");
    }

    private static LiquidValue FromText(string text, LiquidRenderContext context)
    {
        context.ChargeSteps(text.Length >> 6);
        var trimmed = text.AsSpan().Trim(Characters.Strippable);
        if (IsDecimal(trimmed) && double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        var value = LeadingInteger(text);
        return value is long.MinValue or long.MaxValue ? LongInteger(text, context) : value;
    }

    /// <summary>A leading number that 64 bits may not hold.</summary>
    private static LiquidValue LongInteger(string text, LiquidRenderContext context)
    {
        var rest = text.AsSpan().TrimStart(Characters.WhiteSpaceText);
        var end = rest[0] is '-' or '+' ? 1 : 0;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] == '_')) end++;
        context.Charge(2L * end);
        return BigNumbers.TryParse(rest[..end].ToString().Replace("_", string.Empty, StringComparison.Ordinal), out var value)
            ? value
            : throw context.Limit($"A number has more than {BigNumbers.MaxDigits} digits.");
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] == '-') text = text[1..];
        var point = text.IndexOf('.');
        return point > 0 && point < text.Length - 1 &&
            !text[..point].ContainsAnyExceptInRange('0', '9') && !text[(point + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>A whole number and nothing else, in any of the notations that Ruby takes.</summary>
    private static bool TryStrictInteger(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        text = text.Trim(" \t\r\n\f\v");
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+') text = text[1..];
        var radix = 10;
        if (text.Length > 1 && text[0] == '0')
        {
            radix = char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'b' => 2, 'd' => 10, _ => 8 };
            text = char.IsAsciiLetter(text[1]) ? text[2..] : text[1..];
        }

        if (text.Length == 0 || text[0] == '_' || text[^1] == '_' || text.IndexOf("__") >= 0) return false;
        foreach (var c in text)
        {
            if (c == '_') continue;
            var digit = char.IsAsciiDigit(c) ? c - (char)48 : char.IsAsciiHexDigit(c) ? (c | 32) - 87 : radix;
            if (digit >= radix) return false;
            number = number > (long.MaxValue - 16) / radix ? long.MaxValue - 16 : (number * radix) + digit;
        }

        if (negative) number = -number;
        return true;
    }
}
