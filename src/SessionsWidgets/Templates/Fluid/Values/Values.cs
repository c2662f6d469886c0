using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>Makes Fluid's values of plain .NET ones, without looking at types at run time.</summary>
internal static class Values
{
    private static readonly NumberValue[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(n => NumberValue.Create((decimal)n))];

    public static FluidValue Of(string? text) => text is null ? NilValue.Instance : new StringValue(text);

    public static FluidValue Of(bool value) => value ? BooleanValue.True : BooleanValue.False;

    public static FluidValue Of(long number) => number is >= 0 and < 256 ? SmallNumbers[number] : NumberValue.Create((decimal)number);

    public static FluidValue Of(long? number) => number is { } known ? Of(known) : NilValue.Instance;

    /// <summary>Also nil for NaN, and for numbers that are outside the range of Fluid's numbers.</summary>
    public static FluidValue Of(double? number) =>
        number is { } known && Math.Abs(known) < (double)decimal.MaxValue ? NumberValue.Create((decimal)known) : NilValue.Instance;

    public static FluidValue Of(decimal? number) => number is { } known ? NumberValue.Create(known) : NilValue.Instance;

    public static FluidValue Of(DateTimeOffset? date, TimeZoneInfo zone) =>
        date is { } known ? new DateTimeValue(TimeZoneInfo.ConvertTime(known, zone)) : NilValue.Instance;

    public static FluidValue Of(IReadOnlyList<string>? texts) =>
        texts is null ? NilValue.Instance : new ArrayValue([.. texts.Select(Of)]);
}

/// <summary>How large values are, to charge for reading and copying them.</summary>
internal static class ValueSize
{
    private const int BytesOfItem = 32;

    /// <summary>More than any limit: lists within lists are not followed to their end.</summary>
    private const int Enough = 1 << 28;

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

    /// <summary>The steps of finding a part in a text or a list: at worst each place of a text is compared with the whole part.</summary>
    public static long OfSearch(FluidValue whole, FluidValue part) =>
        (Of(whole) >> 6) + (whole is StringValue ? (Of(whole) >> 5) * (Of(part) >> 7) : 0);
}

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
