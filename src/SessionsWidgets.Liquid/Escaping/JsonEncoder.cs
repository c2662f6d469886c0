using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SessionsWidgets.Liquid;

/// <summary>Writes values as JSON that can stand in a script element: no bracket, quote or line separator is left as it is.</summary>
internal static class JsonEncoder
{
    private const int MaxDepth = 32;

    public static void WriteValue(LiquidRenderContext context, in LiquidValue value, int depth = 0)
    {
        var output = context.Output;
        switch (value.Kind)
        {
            case ValueKind.Nil or ValueKind.Blank or ValueKind.Empty: output.Write("null"u8); break;
            case ValueKind.Float when !double.IsFinite(value.Float): output.Write("null"u8); break;
            case ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.BigInteger: ValueWriter.Write(context, value, EscapeKind.None); break;
            case ValueKind.List or ValueKind.Range or ValueKind.Map when depth >= MaxDepth:
                throw context.Limit($"Lists and maps are nested deeper than {MaxDepth}.");
            case ValueKind.List or ValueKind.Range: List(context, value, depth); break;
            case ValueKind.Map: Map(context, value, depth); break;
            default: Quoted(context, value); break;
        }
    }

    public static void WriteString(LiquidRenderContext context, in LiquidValue value)
    {
        if (value.Kind == ValueKind.Utf8 && !value.IsHtml && !value.Utf8.Contains(EscapedText.Lead))
        {
            Escape(context, value.Utf8);
            return;
        }

        var text = HtmlDecoder.Decode(context.TextOf(value), value.IsHtml);
        context.Charge(3L * text.Length);
        Escape(context, Encoding.UTF8.GetBytes(text));
    }

    private static void Quoted(LiquidRenderContext context, in LiquidValue value)
    {
        context.Output.Write((byte)'"');
        if (value.Kind == ValueKind.Date) WriteString(context, value.Date.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        else WriteString(context, value);
        context.Output.Write((byte)'"');
    }

    private static void Escape(LiquidRenderContext context, ReadOnlySpan<byte> utf8)
    {
        Span<byte> buffer = stackalloc byte[512];
        while (utf8.Length > 0)
        {
            JavaScriptEncoder.Default.EncodeUtf8(utf8, buffer, out var consumed, out var written);
            context.Output.Write(buffer[..written]);
            context.ChargeSteps(written >> 6);
            utf8 = utf8[consumed..];
        }
    }

    private static void List(LiquidRenderContext context, in LiquidValue list, int depth)
    {
        context.Output.Write((byte)'[');
        var count = list.ListShape.Count(list);
        for (var i = 0; i < count; i++)
        {
            context.Step();
            if (i > 0) context.Output.Write((byte)',');
            WriteValue(context, list.ListShape.Item(list, i), depth + 1);
        }

        context.Output.Write((byte)']');
    }

    private static void Map(LiquidRenderContext context, in LiquidValue map, int depth)
    {
        context.Output.Write((byte)'{');
        var isFirst = true;
        foreach (var name in map.MapShape.Names(map))
        {
            context.Step();
            if (!isFirst) context.Output.Write((byte)',');
            isFirst = false;
            Quoted(context, name);
            context.Output.Write((byte)':');
            map.MapShape.TryGet(map, name, out var value);
            WriteValue(context, value, depth + 1);
        }

        context.Output.Write((byte)'}');
    }
}
