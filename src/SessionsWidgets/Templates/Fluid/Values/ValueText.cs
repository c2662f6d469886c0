namespace SessionsWidgets;

/// <summary>Values as text, as an output writes them.</summary>
internal static class ValueText
{
    /// <summary>Whether a value is HTML already: what <c>raw</c>, <c>newline_to_br</c> and captures of markup give.</summary>
    public static bool IsHtml(this FluidValue value) => value is StringValue { Encode: false };

    public static string Of(FluidValue value) => value switch
    {
        NumberValue => value.ToNumberValue().ToString(NumberFormat(value.ToNumberValue()), CultureInfo.InvariantCulture),
        ArrayValue array => OfItems(array),
        BinaryExpressionFluidValue => OfOperand(value),
        _ => value.ToStringValue() ?? "",
    };

    /// <summary>A whole number that came of fractions keeps one zero; others have no zeros at the end. As Fluid writes them.</summary>
    public static string NumberFormat(decimal number) => number.Scale == 0 ? "G" : decimal.IsInteger(number) ? "F1" : "G29";

    private static string OfItems(ArrayValue array)
    {
        var text = new StringBuilder();
        foreach (var item in array.Values) text.Append(Of(item));
        return text.ToString();
    }

    /// <summary>A comparison that is written out shows its left-hand side; only Fluid itself can reach that.</summary>
    private static string OfOperand(FluidValue comparison)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var written = comparison.WriteToAsync(writer, Fluid.NullEncoder.Default, CultureInfo.InvariantCulture);
        return written.IsCompletedSuccessfully ? writer.ToString() : "";
    }
}
