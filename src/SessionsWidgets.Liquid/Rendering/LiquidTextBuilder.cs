using System.Buffers.Text;
using System.Globalization;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Makes text in memory that the render lends, so that a filter which formats something allocates nothing. One at a
/// time: build the text before another one is begun.
/// </summary>
public readonly ref struct LiquidTextBuilder
{
    private readonly LiquidRenderContext _context;

    /// <summary>Where the text goes at once, encoded for an element or an attribute; null when it is built into a value.</summary>
    private readonly Utf8Output? _output;

    private LiquidTextBuilder(LiquidRenderContext context, Utf8Output? output)
    {
        _context = context;
        _output = output;
    }

    /// <summary>Appends text.</summary>
    /// <param name="text">The text; it neither begins nor ends between the halves of a surrogate pair.</param>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (_output is not null)
        {
            HtmlEncoder.Write(_output, text);
            return;
        }

        _context.Charge(3L * text.Length);
        _context.Texts.Append(text);
    }

    /// <summary>Appends text that is UTF-8 already.</summary>
    /// <param name="utf8">Well-formed UTF-8.</param>
    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        if (_output is not null)
        {
            HtmlEncoder.Write(_output, utf8);
            return;
        }

        _context.Charge(utf8.Length);
        _context.Texts.Append(utf8);
    }

    /// <summary>Appends one character; not half of a surrogate pair.</summary>
    /// <param name="character">The character.</param>
    public void Append(char character) => Append(new ReadOnlySpan<char>(in character));

    /// <summary>Appends an ASCII character so many times.</summary>
    internal void Fill(char character, int count)
    {
        Span<byte> portion = stackalloc byte[64];
        portion.Fill((byte)character);
        for (; count > 0; count -= portion.Length) Append(portion[..Math.Min(count, portion.Length)]);
    }

    /// <summary>Appends a whole number in decimal digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="minimumDigits">Zeros are put before it up to so many digits; at most 20.</param>
    public void Append(long number, int minimumDigits = 1)
    {
        var format = minimumDigits > 1 ? new System.Buffers.StandardFormat('D', (byte)minimumDigits) : default;
        Span<byte> digits = stackalloc byte[32];
        Utf8Formatter.TryFormat(number, digits, out var written, format);
        Append(digits[..written]);
    }

    /// <summary>Appends anything that formats itself to UTF-8, in the invariant culture.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; it must need no more than 128 bytes.</param>
    /// <param name="format">Its format.</param>
    public void Append<T>(T value, scoped ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> utf8 = stackalloc byte[128];
        if (!value.TryFormat(utf8, out var written, format, CultureInfo.InvariantCulture))
            throw new ArgumentException("The value needs more than 128 bytes.", nameof(value));
        Append(utf8[..written]);
    }

    /// <summary>Appends the text of a value, as output would write it without encoding.</summary>
    /// <param name="value">The value.</param>
    public void Append(in LiquidValue value)
    {
        if (value.Kind == ValueKind.Utf8) Append(value.Utf8);
        else if (value.Kind == ValueKind.Integer) Append(value.Bits);
        else Append(_context.TextOf(value));
    }

    /// <summary>Ends the text.</summary>
    /// <returns>The text as a value, good until the render ends.</returns>
    /// <exception cref="InvalidOperationException">The builder was handed to a filter, which only appends.</exception>
    public LiquidValue Build() => _output is null
        ? _context.Texts.Take()
        : throw new InvalidOperationException("A text filter appends its text; it does not build it.");

    internal static LiquidTextBuilder ToValue(LiquidRenderContext context)
    {
        context.Texts.Begin();
        return new LiquidTextBuilder(context, null);
    }

    internal static LiquidTextBuilder ToOutput(LiquidRenderContext context) => new(context, context.Output);
}
