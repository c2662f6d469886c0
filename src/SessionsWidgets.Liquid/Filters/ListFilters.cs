using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Filters that read and change lists.</summary>
internal static class ListFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("first", 0, 0, static (in input, in _, context) => Commands.First(input, context));
        table.Add("last", 0, 0, static (in input, in _, context) => Commands.Last(input, context));
        table.Add("size", 0, 0, static (in input, in _, context) => Commands.Size(input, context) is { IsUndefined: false } size ? size : 0);
        table.Add("join", 0, 1, Join);
        table.Add("reverse", 0, 0, Reverse);
        table.Add("concat", 1, 0, Concat);
        table.Add("map", 1, 0, Map);
        table.Add("sum", 0, 1, Sum);
        table.Add("compact", 0, 1, Compact);
        table.Add("uniq", 0, 1, Uniq);
    }

    private static LiquidValue Join(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var glue = arguments.Count > 0 ? context.TextOf(arguments[0]) : " ";
        var result = new StringBuilder();
        var isFirst = true;
        foreach (var item in InputItems.Of(input, context))
        {
            var text = context.TextOf(item);
            context.Charge(4L * (text.Length + (long)glue.Length));
            if (!isFirst) result.Append(glue);
            isFirst = false;
            result.Append(text);
        }

        return result.ToString();
    }

    private static LiquidValue Reverse(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var items = InputItems.Of(input, context);
        items.Reverse();
        return InputItems.ToList(items, context);
    }

    private static LiquidValue Concat(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var other = arguments[0];
        if (other.Kind != ValueKind.List) throw context.Error("Filter 'concat' needs a list.");
        var items = InputItems.Of(input, context);
        var count = other.ListShape.Count(other);
        context.Charge(48L * count);
        for (var i = 0; i < count; i++) items.Add(other.ListShape.Item(other, i));
        return InputItems.ToList(items, context);
    }

    private static LiquidValue Map(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var items = InputItems.Of(input, context);
        for (var i = 0; i < items.Count; i++) items[i] = ItemProperty.Get(items[i], arguments[0], context);
        return InputItems.ToList(items, context);
    }

    private static LiquidValue Sum(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        LiquidValue total = 0;
        var property = arguments[0];
        foreach (var item in InputItems.Of(input, context))
        {
            var value = property.IsNil ? item : ItemProperty.Get(item, property, context);
            if (!value.IsSequence) total = MathFilters.Sum(total, value, context);
            else foreach (var number in InputItems.Of(value, context)) total = MathFilters.Sum(total, number, context);
        }

        return total;
    }

    private static LiquidValue Compact(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var result = new List<LiquidValue>();
        foreach (var item in InputItems.Of(input, context))
        {
            var value = item;
            if (!arguments[0].IsNil)
            {
                var access = ItemProperty.TryGet(item, arguments[0], context, out value);
                if (access == PropertyAccess.None) return LiquidValue.Nil;
                if (access == PropertyAccess.WrongKind) throw ItemProperty.Wrong(arguments[0], context);
            }

            if (!value.IsNil) result.Add(item);
        }

        return InputItems.ToList(result, context);
    }

    private static LiquidValue Uniq(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var result = new List<LiquidValue>();
        var seen = new HashSet<LiquidValue>(new ValueEquality(context));
        foreach (var item in InputItems.Of(input, context))
        {
            var value = item;
            if (!arguments[0].IsNil)
            {
                var access = ItemProperty.TryGet(item, arguments[0], context, out value);
                if (access == PropertyAccess.None) return LiquidValue.Nil;
                if (access == PropertyAccess.WrongKind) throw ItemProperty.Wrong(arguments[0], context);
            }

            context.Charge(48);
            if (seen.Add(value)) result.Add(item);
        }

        return InputItems.ToList(result, context);
    }
}
