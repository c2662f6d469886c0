namespace SessionsWidgets.Liquid;

/// <summary>A format in strftime's notation as Ruby has it, cut into its parts.</summary>
internal sealed class StrftimeFormat
{
    private const int MaxWidth = 1024;

    private readonly List<Directive> _parts = [];

    /// <summary>One part: text to copy, or a conversion with its flags.</summary>
    private readonly record struct Directive(string Text, char Conversion, int Width, char Padding, char Case, int Colons);

    public static StrftimeFormat Parse(string format)
    {
        var result = new StrftimeFormat();
        var at = 0;
        while (at < format.Length)
        {
            var percent = format.IndexOf('%', at);
            if (percent < 0) percent = format.Length;
            if (percent > at) result._parts.Add(new Directive(format[at..percent], '\0', 0, '\0', '\0', 0));
            at = percent < format.Length ? result.ParseDirective(format, percent) : percent;
        }

        return result;
    }

    public void Write(in LiquidTextBuilder output, DateTimeOffset date, LiquidRenderContext context)
    {
        foreach (var part in _parts)
        {
            if (part.Conversion == '\0')
            {
                output.Append(part.Text);
                continue;
            }

            if (part.Width > MaxWidth) throw context.Error($"A width of more than {MaxWidth} in a date format.");
            Convert(output, part, date, context);
        }
    }

    private int ParseDirective(string format, int start)
    {
        var at = start + 1;
        char padding = '\0', letterCase = '\0';
        int width = 0, colons = 0;
        for (; at < format.Length; at++)
        {
            if (format[at] is '-' or '0' or '_') padding = format[at];
            else if (format[at] is '^' or '#') letterCase = format[at];
            else break;
        }

        for (; at < format.Length && char.IsAsciiDigit(format[at]); at++) width = Math.Min(100_000, (width * 10) + (format[at] - '0'));
        for (; at < format.Length && format[at] == ':'; at++) colons++;
        if (at < format.Length && format[at] is 'E' or 'O') at++;
        var known = at < format.Length && (colons == 0 ? StrftimeFields.Conversions.Contains(format[at]) : format[at] == 'z' && colons <= 3);
        var end = Math.Min(format.Length, at + 1);
        _parts.Add(known
            ? new Directive(string.Empty, format[at], width, padding, letterCase, colons)
            : new Directive(format[start..end], '\0', 0, '\0', '\0', 0));
        return end;
    }

    private static void Convert(in LiquidTextBuilder output, in Directive part, DateTimeOffset date, LiquidRenderContext context)
    {
        switch (part.Conversion)
        {
            case '%': output.Append('%'); return;
            case 'n': output.Append('\n'); return;
            case 't': output.Append('\t'); return;
            case 'N' or 'L': Fraction(output, part, date); return;
            case 'z': Zone(output, part, date); return;
        }

        if (StrftimeFields.TryNumber(part.Conversion, date, out var number, out var digits, out var pad))
        {
            Number(output, part, number, digits, pad);
            return;
        }

        Text(output, part, StrftimeFields.Text(part.Conversion, date, context));
    }

    private static void Number(in LiquidTextBuilder output, in Directive part, long number, int digits, char pad)
    {
        if (part.Padding == '_') pad = ' ';
        if (part.Padding == '0') pad = '0';
        var width = part.Width > 0 ? part.Width : digits;
        if (part.Padding == '-') width = 0;
        Span<char> text = stackalloc char[24];
        Math.Abs(number).TryFormat(text, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        var fill = width - length - (number < 0 ? 1 : 0);
        if (number < 0 && pad == '0') output.Append('-');
        output.Fill(pad, fill);
        if (number < 0 && pad != '0') output.Append('-');
        output.Append(text[..length]);
    }

    private static void Text(in LiquidTextBuilder output, in Directive part, string text)
    {
        if (part.Case == '^') text = text.ToUpperInvariant();
        if (part.Case == '#') text = part.Conversion is 'p' or 'Z' ? text.ToLowerInvariant() : text.ToUpperInvariant();
        var pad = part.Padding == '0' ? '0' : ' ';
        if (part.Padding != '-') output.Fill(pad, part.Width - text.Length);
        output.Append(text);
    }

    /// <summary>Parts of a second: milliseconds for L, nanoseconds for N, or as many digits as the width says.</summary>
    private static void Fraction(in LiquidTextBuilder output, in Directive part, DateTimeOffset date)
    {
        var digits = part.Width > 0 ? part.Width : part.Conversion == 'L' ? 3 : 9;
        var ticks = date.Ticks % TimeSpan.TicksPerSecond;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (; digits > 0 && unit > 0; digits--, unit /= 10) output.Append((char)('0' + (ticks / unit % 10)));
        output.Fill('0', digits);
    }

    private static void Zone(in LiquidTextBuilder output, in Directive part, DateTimeOffset date)
    {
        var offset = date.Offset;
        var width = part.Width - (part.Colons switch { 0 => 5, 1 => 6, 2 => 9, _ => 3 });
        output.Append(offset < TimeSpan.Zero ? '-' : '+');
        output.Fill('0', width);
        offset = offset.Duration();
        output.Append(offset.Hours, 2);
        if (part.Colons == 3 && offset.Minutes == 0) return;
        if (part.Colons > 0) output.Append(':');
        output.Append(offset.Minutes, 2);
        if (part.Colons != 2) return;
        output.Append(':');
        output.Append(offset.Seconds, 2);
    }
}
