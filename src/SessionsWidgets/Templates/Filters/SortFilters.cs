namespace SessionsWidgets;

/// <summary><c>sort</c> and <c>sort_natural</c>: Fluid's own compare numbers as text, and members by the machine's language.</summary>
internal static class SortFilters
{
    private static readonly ValueOrder Exact = new(StringComparer.Ordinal);
    private static readonly ValueOrder Natural = new(StringComparer.OrdinalIgnoreCase);

    public static ValueTask<FluidValue> Sort(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        SortAsync(input, arguments, Exact, context);

    public static ValueTask<FluidValue> SortNatural(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        SortAsync(input, arguments, Natural, context);

    private static async ValueTask<FluidValue> SortAsync(
        FluidValue input, FilterArguments arguments, ValueOrder order, TemplateContext context)
    {
        if (input is not ArrayValue list) return input;
        if (arguments.At(0).IsNil()) return new ArrayValue([.. list.Values.Order(order)]);
        var member = arguments.At(0).ToStringValue();
        var keyed = new List<(FluidValue Key, FluidValue Item)>(list.Values.Count);
        foreach (var item in list.Values) keyed.Add((await item.GetValueAsync(member, context), item));
        return new ArrayValue([.. keyed.OrderBy(static pair => pair.Key, order).Select(static pair => pair.Item)]);
    }

    /// <summary>Numbers, then dates, then texts, nil last.</summary>
    private sealed class ValueOrder(StringComparer texts) : IComparer<FluidValue>
    {
        public int Compare(FluidValue? x, FluidValue? y) => (x, y) switch
        {
            (NumberValue a, NumberValue b) => a.ToNumberValue().CompareTo(b.ToNumberValue()),
            (DateTimeValue a, DateTimeValue b) => ((DateTimeOffset)a.ToObjectValue()).CompareTo((DateTimeOffset)b.ToObjectValue()),
            _ when Rank(x) != Rank(y) => Rank(x).CompareTo(Rank(y)),
            ({ } a, { } b) => texts.Compare(ValueText.Of(a), ValueText.Of(b)),
            _ => 0,
        };

        private static int Rank(FluidValue? value) => value switch
        {
            NumberValue => 0,
            DateTimeValue => 1,
            null or { Type: FluidValues.Nil } => 3,
            _ => 2,
        };
    }
}
