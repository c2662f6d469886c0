using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Makes text in memory that the render lends, so that a filter which formats something allocates nothing. One at a
/// time: build the text before another one is begun.
/// </summary>
public readonly ref struct LiquidTextBuilder
{
    private readonly LiquidRenderContext _context;

    internal LiquidTextBuilder(LiquidRenderContext context)
    {
        _context = context;
        context.Texts.Begin();
    }

    /// <summary>Appends text.</summary>
    /// <param name="text">The text.</param>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        _context.Charge(3L * text.Length);
        _context.Texts.Append(text);
    }

    /// <summary>Appends text that is UTF-8 already.</summary>
    /// <param name="utf8">Well-formed UTF-8.</param>
    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _context.Texts.Advance(utf8.Length);
    }

    /// <summary>Appends one character; not half of a surrogate pair.</summary>
    /// <param name="character">The character.</param>
    public void Append(char character) => Append(new ReadOnlySpan<char>(in character));

    /// <summary>Appends an ASCII character so many times.</summary>
    internal void Fill(char character, int count)
    {
        if (count <= 0) return;
        Room(count)[..count].Fill((byte)character);
        _context.Texts.Advance(count);
    }

    /// <summary>Appends a whole number in decimal digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="minimumDigits">Zeros are put before it up to so many digits; at most 20.</param>
    public void Append(long number, int minimumDigits = 1)
    {
        var format = minimumDigits > 1 ? new System.Buffers.StandardFormat('D', (byte)minimumDigits) : default;
        Utf8Formatter.TryFormat(number, Room(32), out var written, format);
        _context.Texts.Advance(written);
    }

    /// <summary>Appends anything that formats itself to UTF-8, in the invariant culture.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value; it must need no more than 128 bytes.</param>
    /// <param name="format">Its format.</param>
    public void Append<T>(T value, scoped ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(Room(128), out var written, format, CultureInfo.InvariantCulture))
            throw new ArgumentException("The value needs more than 128 bytes.", nameof(value));
        _context.Texts.Advance(written);
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
    public LiquidValue Build() => _context.Texts.Take();

    private Span<byte> Room(int size)
    {
        _context.Charge(size);
        return _context.Texts.Room(size);
    }
}
