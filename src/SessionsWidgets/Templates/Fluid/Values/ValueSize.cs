using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>How large values are, to charge for reading and copying them.</summary>
internal static class ValueSize
{
    private const int BytesOfItem = 32;

    /// <summary>More than any limit: lists within lists are not followed to their end.</summary>
    private const int Enough = 1 << 28;

    /// <summary>About the bytes that a value takes; of a list, with its items.</summary>
    public static long Of(FluidValue value) => value switch
    {
        StringValue text => 2L * text.ToStringValue().Length,
        ArrayValue array => OfItems(array.Values),
        BinaryExpressionFluidValue { Type: FluidValues.String or FluidValues.Array } comparison => OfItems(comparison.Enumerate(null!)),
        _ => BytesOfItem,
    };

    /// <summary>The steps that it takes to find a part in a text or a list. In the worst case each place of a text is compared with the whole part.</summary>
    public static long OfSearch(FluidValue whole, FluidValue part) =>
        (Of(whole) >> 6) + (whole is StringValue ? (Of(whole) >> 5) * (Of(part) >> 7) : 0);

    private static long OfItems(IEnumerable<FluidValue> items)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var size = 0L;
        foreach (var item in items)
        {
            size += BytesOfItem + (item is StringValue or ArrayValue ? Of(item) : 0);
            if (size > Enough) break;
        }

        return size;
    }
}
