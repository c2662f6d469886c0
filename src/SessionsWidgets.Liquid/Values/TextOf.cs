using System.Globalization;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Values as text. Output joins the items of a list; the text that a filter gets of a list or a map shows its
/// structure, as Ruby's <c>to_s</c> does.
/// </summary>
internal static class TextOf
{
    private const int MaxDepth = 32;

    /// <summary>What output writes.</summary>
    public static string Value(in LiquidValue value)
    {
        if (value.Kind != ValueKind.List) return Text(value);
        var text = new StringBuilder();
        Join(text, value, 0);
        return text.ToString();
    }

    /// <summary>What a filter sees when it asks for text.</summary>
    public static string Text(in LiquidValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.String: return value.String;
            case ValueKind.Utf8: return Encoding.UTF8.GetString(value.Utf8);
            case ValueKind.Boolean: return value.Bits != 0 ? "true" : "false";
            case ValueKind.Integer: return value.Bits.ToString(CultureInfo.InvariantCulture);
            case ValueKind.BigInteger: return BigNumbers.Of(value).ToString(CultureInfo.InvariantCulture);
            case ValueKind.Float: return NumberText.ToText(value.Float);
            case ValueKind.Date: return DateText(value.Date);
            case ValueKind.Range: return string.Create(CultureInfo.InvariantCulture, $"{RangeShape.Start(value)}..{RangeShape.End(value)}");
            case ValueKind.Map when value.Shape is LoopShape loop: return loop.Text;
            case ValueKind.List or ValueKind.Map:
                var text = new StringBuilder();
                Inspect(text, value, 0);
                return text.ToString();
            default: return string.Empty;
        }
    }

    public static string DateText(DateTimeOffset date) => date.Offset == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(23, 1);

    private static void Join(StringBuilder text, in LiquidValue value, int depth)
    {
        if (value.Kind != ValueKind.List)
        {
            text.Append(Text(value));
            return;
        }

        if (depth >= MaxDepth) return;
        var shape = value.ListShape;
        for (var i = 0; i < shape.Count(value); i++) Join(text, shape.Item(value, i), depth + 1);
    }

    private static void Inspect(StringBuilder text, in LiquidValue value, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Nil: text.Append("nil"); break;
            case ValueKind.String or ValueKind.Utf8: Quote(text, Text(value)); break;
            case ValueKind.List: InspectList(text, value, depth); break;
            case ValueKind.Map: InspectMap(text, value, depth); break;
            default: text.Append(Text(value)); break;
        }
    }

    private static void InspectList(StringBuilder text, in LiquidValue list, int depth)
    {
        if (depth >= MaxDepth)
        {
            text.Append("[...]");
            return;
        }

        text.Append('[');
        var shape = list.ListShape;
        for (var i = 0; i < shape.Count(list); i++)
        {
            if (i > 0) text.Append(", ");
            Inspect(text, shape.Item(list, i), depth + 1);
        }

        text.Append(']');
    }

    private static void InspectMap(StringBuilder text, in LiquidValue map, int depth)
    {
        if (depth >= MaxDepth)
        {
            text.Append("{...}");
            return;
        }

        text.Append('{');
        var first = true;
        foreach (var name in map.MapShape.Names(map))
        {
            if (!first) text.Append(", ");
            first = false;
            Quote(text, name);
            text.Append("=>");
            map.MapShape.TryGet(map, name, out var value);
            Inspect(text, value, depth + 1);
        }

        text.Append('}');
    }

    /// <summary>Text in quotes, with escapes for what Ruby does not print.</summary>
    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '#' when i + 1 < value.Length && value[i + 1] is '{' or '$' or '@': text.Append("\\#"); break;
                case '\a' or '\b' or '\t' or '\n' or '\v' or '\f' or '\r': text.Append('\\').Append("abtnvfr"[c - '\a']); break;
                case '\u001b': text.Append("\\e"); break;
                case '\u007f': text.Append("\\x7F"); break;
                case < ' ' or (>= '\u0080' and < '\u00a0') or '\u2028' or '\u2029':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }
}
