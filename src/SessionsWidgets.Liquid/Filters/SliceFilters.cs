using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Filters that take a part of text or of a list.</summary>
internal static class SliceFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("slice", 1, 1, Slice);
        table.Add("truncate", 0, 2, Truncate);
        table.Add("truncatewords", 0, 2, TruncateWords);
        table.Add("split", 1, 0, static (in input, in arguments, context) =>
            Split(context.TextOf(input), context.TextOf(arguments[0]), context));
    }

    private static LiquidValue Slice(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var start = Numbers.ToInteger(arguments[0], context);
        var length = arguments[1].IsTruthy ? Numbers.ToInteger(arguments[1], context) : 1;
        if (input.Kind != ValueKind.List)
        {
            var text = context.TextOf(input);
            context.Charge(2L * text.Length);
            return CodePoints.Slice(text, start, length);
        }

        var count = input.ListShape.Count(input);
        if (start < 0) start += count;
        if (start < 0 || start > count || length < 0) return LiquidValue.OfArray([]);
        length = Math.Min(length, count - start);
        context.Charge(24 * length);
        var items = new LiquidValue[length];
        for (var i = 0; i < items.Length; i++) items[i] = input.ListShape.Item(input, (int)start + i);
        return LiquidValue.OfArray(items);
    }

    private static LiquidValue Truncate(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (input.IsNil) return LiquidValue.Nil;
        var text = context.TextOf(input);
        var length = arguments.Count > 0 ? Numbers.ToInteger(arguments[0], context) : 50;
        var end = arguments.Count > 1 ? context.TextOf(arguments[1]) : "...";
        if (CodePoints.Count(text) <= length) return text;
        context.Charge(2L * (text.Length + (long)end.Length));
        return string.Concat(CodePoints.Slice(text, 0, Math.Max(0, length - CodePoints.Count(end))), end);
    }

    private static LiquidValue TruncateWords(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (input.IsNil) return LiquidValue.Nil;
        var text = context.TextOf(input);
        var words = arguments.Count > 0 ? Math.Max(1, Numbers.ToInteger(arguments[0], context)) : 15;
        var end = arguments.Count > 1 ? context.TextOf(arguments[1]) : "...";
        context.Charge(2L * (text.Length + (long)end.Length));
        var result = new StringBuilder();
        var rest = text.AsSpan();
        for (long taken = 0; ; taken++)
        {
            // White space after the last word that is wanted counts as more, as where Ruby splits into so many parts.
            if (taken == words && rest.Length > 0) return result.Append(end).ToString();
            rest = rest.TrimStart(Characters.Strippable);
            if (rest.Length == 0) return text;
            var length = rest.IndexOfAny(Characters.StrippableSet);
            if (length < 0) length = rest.Length;
            if (taken > 0) result.Append(' ');
            result.Append(rest[..length]);
            rest = rest[length..];
        }
    }

    /// <summary>Parts at a separator; words at a single space, characters at none. Empty parts at the end are dropped.</summary>
    private static LiquidValue Split(string text, string separator, LiquidRenderContext context)
    {
        context.Charge(2L * text.Length);
        var parts = new List<LiquidValue>();
        if (separator.Length == 0) Single(parts, text, context);
        else if (separator == " ") Words(parts, text, context);
        else Parts(parts, text, separator, context);
        while (parts.Count > 0 && parts[^1].String.Length == 0) parts.RemoveAt(parts.Count - 1);
        return LiquidValue.OfArray([.. parts]);
    }

    private static void Add(List<LiquidValue> parts, ReadOnlySpan<char> part, LiquidRenderContext context)
    {
        // A list item, its slot in the growing list and in the array, and the header of a string.
        context.Charge(104);
        parts.Add(part.ToString());
    }

    private static void Single(List<LiquidValue> parts, string text, LiquidRenderContext context)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            Add(parts, text.AsSpan(i, length), context);
            i += length;
        }
    }

    private static void Words(List<LiquidValue> parts, string text, LiquidRenderContext context)
    {
        var rest = text.AsSpan();
        while ((rest = rest.TrimStart(Characters.Strippable)).Length > 0)
        {
            var length = rest.IndexOfAny(Characters.StrippableSet);
            if (length < 0) length = rest.Length;
            Add(parts, rest[..length], context);
            rest = rest[length..];
        }
    }

    private static void Parts(List<LiquidValue> parts, string text, string separator, LiquidRenderContext context)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var at = rest.IndexOf(separator);
            Add(parts, at < 0 ? rest : rest[..at], context);
            if (at < 0) return;
            rest = rest[(at + separator.Length)..];
        }
    }
}
