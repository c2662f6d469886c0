using System.Text.Json;

namespace SessionsWidgets.Liquid;

/// <content>How values are made.</content>
public readonly partial struct LiquidValue
{
    /// <summary>Text, or nil for null.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator LiquidValue(string? value) =>
        value is null ? Nil : new LiquidValue(ScalarShape.String, value, 0);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LiquidValue(long value) => new(ScalarShape.Integer, null, value);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LiquidValue(int value) => new(ScalarShape.Integer, null, value);

    /// <summary>A number with a fraction.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LiquidValue(double value) =>
        new(ScalarShape.Float, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A number with a fraction; held as a double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LiquidValue(decimal value) => (double)value;

    /// <summary>A boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator LiquidValue(bool value) => value ? True : False;

    /// <summary>A date with its offset.</summary>
    /// <param name="value">The date; its offset is kept to the minute.</param>
    public static implicit operator LiquidValue(DateTimeOffset value) =>
        new(DateShape.For(value.Offset), null, value.UtcTicks);

    /// <summary>A list of values.</summary>
    /// <param name="items">The items; read when the template asks, and not copied.</param>
    /// <returns>The list.</returns>
    public static LiquidValue FromList(IReadOnlyList<LiquidValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items is LiquidValue[] array
            ? new LiquidValue(ArrayShape.Instance, array, array.Length)
            : new LiquidValue(ValueListShape.Instance, items, 0);
    }

    /// <summary>Named values.</summary>
    /// <param name="members">The values by name; read when the template asks, and not copied.</param>
    /// <returns>The map.</returns>
    public static LiquidValue FromMap(IReadOnlyDictionary<string, LiquidValue> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new LiquidValue(ValueMapShape.Instance, members, 0);
    }

    /// <summary>A JSON value.</summary>
    /// <param name="element">The element; its document must live as long as the value.</param>
    /// <returns>The value; objects and arrays are read when the template asks.</returns>
    public static LiquidValue FromJson(JsonElement element) => JsonShapes.Convert(element);

    /// <summary>
    /// A value of one of the types that templates know: null, <see cref="LiquidValue"/>, text, numbers, booleans, dates,
    /// JSON, dictionaries with text keys and lists of these.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The value as templates see it.</returns>
    /// <exception cref="ArgumentException">The type is none of these; register it with <see cref="LiquidModels"/>.</exception>
    public static LiquidValue FromObject(object? value) => ObjectShapes.Convert(value);

    /// <summary>Text that is HTML already, which output in HTML text writes as it is. Never make one of what visitors typed.</summary>
    /// <param name="html">The HTML.</param>
    /// <returns>The text.</returns>
    public static LiquidValue FromHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new LiquidValue(ScalarShape.HtmlString, html, 0);
    }

    /// <summary>Text held as UTF-8, which output copies without converting it.</summary>
    /// <param name="text">Well-formed UTF-8; not copied, and not to be changed afterwards.</param>
    /// <returns>The text.</returns>
    public static LiquidValue FromUtf8(byte[] text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OfUtf8(text, 0, text.Length);
    }

    internal static LiquidValue OfUtf8(byte[] buffer, int start, int length, bool html = false) =>
        new(html ? ScalarShape.HtmlUtf8 : ScalarShape.Utf8, buffer, ((long)start << 32) | (uint)length);

    internal static LiquidValue OfArray(LiquidValue[] items, int count) => new(ArrayShape.Instance, items, count);

    internal static LiquidValue OfArray(LiquidValue[] items) => new(ArrayShape.Instance, items, items.Length);

    internal static LiquidValue OfRange(int start, int end) =>
        new(RangeShape.Instance, null, ((long)start << 32) | (uint)end);
}
