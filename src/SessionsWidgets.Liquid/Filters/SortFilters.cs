namespace SessionsWidgets.Liquid;

/// <summary>Filters that order lists; nil goes last, and equal items keep their order.</summary>
internal static class SortFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("sort", 0, 1, static (in input, in arguments, context) => Sort(input, arguments[0], context, Compare));
        table.Add("sort_natural", 0, 1, static (in input, in arguments, context) => Sort(input, arguments[0], context, CompareNatural));
    }

    private static LiquidValue Sort(
        in LiquidValue input, in LiquidValue property, LiquidRenderContext context,
        Func<LiquidValue, LiquidValue, LiquidRenderContext, int> compare)
    {
        var items = InputItems.Of(input, context);
        context.Charge(72L * items.Count);
        var keys = new (LiquidValue Key, int Index)[items.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = items[i];
            if (!property.IsNil)
            {
                var access = ItemProperty.TryGet(items[i], property, context, out key);
                if (access == PropertyAccess.None) return LiquidValue.Nil;
                // One item alone is never compared.
                if (access == PropertyAccess.WrongKind && keys.Length > 1) throw ItemProperty.Wrong(property, context);
            }

            keys[i] = (key, i);
        }

        try
        {
            Array.Sort(keys, (a, b) =>
            {
                context.ChargeSteps(1 + ValueCost.ToRead(a.Key));
                var order = compare(a.Key, b.Key, context);
                return order != 0 ? order : a.Index.CompareTo(b.Index);
            });
        }
        catch (InvalidOperationException exception) when (exception.InnerException is LiquidException inner)
        {
            throw new LiquidException(inner.Errors);
        }

        var sorted = new LiquidValue[keys.Length];
        for (var i = 0; i < keys.Length; i++) sorted[i] = items[keys[i].Index];
        return LiquidValue.OfArray(sorted);
    }

    private static int Compare(LiquidValue a, LiquidValue b, LiquidRenderContext context)
    {
        if (a.IsNil || b.IsNil) return a.IsNil == b.IsNil ? 0 : a.IsNil ? 1 : -1;
        return Comparer.Order(a, b) ?? throw context.Error("Values of different kinds cannot be sorted.");
    }

    private static int CompareNatural(LiquidValue a, LiquidValue b, LiquidRenderContext context)
    {
        if (a.IsNil || b.IsNil) return a.IsNil == b.IsNil ? 0 : a.IsNil ? 1 : -1;
        return CompareIgnoringAsciiCase(context.TextOf(a), context.TextOf(b));
    }

    private static int CompareIgnoringAsciiCase(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            var order = CodePoints.Rank(Lower(a[i])) - CodePoints.Rank(Lower(b[i]));
            if (order != 0) return order;
        }

        return a.Length - b.Length;
    }

    private static char Lower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 32) : c;
}
