namespace SessionsWidgets.Liquid;

/// <summary>What a filter of lists sees of its input: the items of a list, nested ones in their place; anything else as the one item.</summary>
internal static class InputItems
{
    private const int MaxDepth = 32;

    public static List<LiquidValue> Of(in LiquidValue input, LiquidRenderContext context)
    {
        List<LiquidValue> items;
        switch (input.Kind)
        {
            case ValueKind.Nil:
                return [];
            case ValueKind.List:
                items = Sized(input.ListShape.Count(input), context);
                Flatten(items, input, context, 0);
                break;
            case ValueKind.Range:
                var count = input.ListShape.Count(input);
                items = Sized(count, context);
                for (var i = 0; i < count; i++) items.Add(input.ListShape.Item(input, i));
                break;
            default:
                return [input];
        }

        return items;
    }

    private static List<LiquidValue> Sized(int count, LiquidRenderContext context)
    {
        context.Charge(32 + (24L * count));
        return new List<LiquidValue>(count);
    }

    public static LiquidValue ToList(List<LiquidValue> items, LiquidRenderContext context)
    {
        context.Charge(24L * items.Count);
        return LiquidValue.OfArray([.. items]);
    }

    private static void Flatten(List<LiquidValue> items, in LiquidValue list, LiquidRenderContext context, int depth)
    {
        if (depth > MaxDepth) throw context.Limit($"Lists are nested deeper than {MaxDepth}.");
        var count = list.ListShape.Count(list);
        if (depth > 0) context.Charge(48L * count);
        for (var i = 0; i < count; i++)
        {
            var item = list.ListShape.Item(list, i);
            if (item.Kind == ValueKind.List) Flatten(items, item, context, depth + 1);
            else items.Add(item.IsUndefined ? LiquidValue.Nil : item);
        }
    }
}

/// <summary>What <c>item[property]</c> came to.</summary>
internal enum PropertyAccess
{
    Read,

    /// <summary>The item has properties, but none of this kind.</summary>
    WrongKind,

    /// <summary>The item has no properties at all.</summary>
    None,
}

/// <summary>A property of an item as the filters of lists read it: text answers with the part itself, a number with one of its bits.</summary>
internal static class ItemProperty
{
    public static PropertyAccess TryGet(in LiquidValue item, in LiquidValue property, LiquidRenderContext context, out LiquidValue value)
    {
        value = LiquidValue.Nil;
        switch (item.Kind)
        {
            case ValueKind.Map:
                if (property.IsText && item.MapShape.TryGet(item, context.TextOf(property), out var member)) value = member;
                return PropertyAccess.Read;
            case ValueKind.String or ValueKind.Utf8:
                return OfText(context.TextOf(item), property, context, out value);
            case ValueKind.Integer:
                if (!property.TryGetNumber(out var bit)) return PropertyAccess.WrongKind;
                value = bit is >= 0 and < 64 ? (item.Bits >> (int)bit) & 1 : bit < 0 || item.Bits >= 0 ? 0 : 1;
                return PropertyAccess.Read;
            default:
                return PropertyAccess.None;
        }
    }

    /// <summary>The property, or an error that names it.</summary>
    public static LiquidValue Get(in LiquidValue item, in LiquidValue property, LiquidRenderContext context) =>
        TryGet(item, property, context, out var value) == PropertyAccess.WrongKind ? throw Wrong(property, context) : value;

    public static LiquidException Wrong(in LiquidValue property, LiquidRenderContext context) =>
        context.Error($"Cannot select the property '{context.TextOf(property)}'.");

    private static PropertyAccess OfText(string text, in LiquidValue property, LiquidRenderContext context, out LiquidValue value)
    {
        value = LiquidValue.Nil;
        if (property.IsNil) return PropertyAccess.None;
        if (property.IsText)
        {
            if (text.Contains(context.TextOf(property), StringComparison.Ordinal)) value = property;
            return PropertyAccess.Read;
        }

        if (!property.TryGetNumber(out var index)) return PropertyAccess.WrongKind;
        value = CodePoints.SliceOrNull(text, (long)index, 1) is { Length: > 0 } part ? part : LiquidValue.Nil;
        return PropertyAccess.Read;
    }
}
