using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>How large values are, to charge for reading and copying them.</summary>
internal static class ValueSize
{
    private const int BytesOfItem = 32;

    /// <summary>More than any limit: lists within lists are not followed to their end.</summary>
    private const int Enough = 1 << 28;

    /// <summary>About the bytes that a value takes; of a list, with its items.</summary>
    public static long Of(FluidValue value)
    {
        if (value is StringValue text) return 2L * text.ToStringValue().Length;
        if (value is not ArrayValue array) return BytesOfItem;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var size = 0L;
        foreach (var item in array.Values)
        {
            size += BytesOfItem + (item is StringValue or ArrayValue ? Of(item) : 0);
            if (size > Enough) break;
        }

        return size;
    }

    /// <summary>The steps that it takes to find a part in a text or a list. In the worst case each place of a text is compared with the whole part.</summary>
    public static long OfSearch(FluidValue whole, FluidValue part) =>
        (Of(whole) >> 6) + (whole is StringValue ? (Of(whole) >> 5) * (Of(part) >> 7) : 0);
}

/// <summary>Values as text, as an output writes them.</summary>
internal static class ValueText
{
    /// <summary>Whether a value is HTML already: what <c>raw</c>, <c>newline_to_br</c> and captures of markup give.</summary>
    public static bool IsHtml(this FluidValue value) => value is StringValue { Encode: false };

    public static string Of(FluidValue value) => value switch
    {
        NumberValue => value.ToNumberValue().ToString(NumberFormat(value.ToNumberValue()), CultureInfo.InvariantCulture),
        ArrayValue array => string.Concat(array.Values.Select(Of)),
        _ => value.ToStringValue() ?? "",
    };

    /// <summary>A whole number that came of fractions keeps one zero; others have no zeros at the end. As Fluid writes them.</summary>
    public static string NumberFormat(decimal number) => number.Scale == 0 ? "G" : decimal.IsInteger(number) ? "F1" : "G29";
}
