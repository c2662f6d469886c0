namespace SessionsWidgets.Liquid;

/// <summary>Filters that choose items by a property: by its value when one is given, else by its truth.</summary>
internal static class SelectFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("where", 1, 1, static (in input, in arguments, context) => Where(input, arguments, wanted: true, context));
        table.Add("reject", 1, 1, static (in input, in arguments, context) => Where(input, arguments, wanted: false, context));
        table.Add("find", 1, 1, static (in input, in arguments, context) =>
            Find(input, arguments, context, out var item, out _) == true ? item : LiquidValue.Nil);
        table.Add("find_index", 1, 1, static (in input, in arguments, context) =>
            Find(input, arguments, context, out _, out var index) == true ? index : LiquidValue.Nil);
        table.Add("has", 1, 1, static (in input, in arguments, context) =>
            Find(input, arguments, context, out _, out _) is { } found ? found : LiquidValue.Nil);
    }

    private static LiquidValue Where(in LiquidValue input, in LiquidArguments arguments, bool wanted, LiquidRenderContext context)
    {
        var result = new List<LiquidValue>();
        foreach (var item in InputItems.Of(input, context))
        {
            if (Matches(item, arguments, context) is not { } matches) return LiquidValue.Nil;
            if (matches == wanted) result.Add(item);
        }

        return InputItems.ToList(result, context);
    }

    /// <returns>Whether an item was found; null when one without properties came first.</returns>
    private static bool? Find(
        in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, out LiquidValue found, out int index)
    {
        found = LiquidValue.Nil;
        index = -1;
        var items = InputItems.Of(input, context);
        for (var i = 0; i < items.Count; i++)
        {
            if (Matches(items[i], arguments, context) is not { } matches) return null;
            if (!matches) continue;
            found = items[i];
            index = i;
            return true;
        }

        return false;
    }

    private static bool? Matches(in LiquidValue item, in LiquidArguments arguments, LiquidRenderContext context)
    {
        context.Step();
        switch (ItemProperty.TryGet(item, arguments[0], context, out var value))
        {
            case PropertyAccess.None: return null;
            case PropertyAccess.WrongKind: throw ItemProperty.Wrong(arguments[0], context);
            default: return arguments[1].IsNil ? value.IsTruthy : Comparer.Compare(value, ConditionOperator.Equal, arguments[1], context);
        }
    }
}
