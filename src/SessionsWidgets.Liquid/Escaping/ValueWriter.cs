using System.Buffers.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Writes values to the output, encoded for their place.</summary>
internal static class ValueWriter
{
    public static void Write(LiquidRenderContext context, in LiquidValue value, EscapeKind escape)
    {
        // Most values are text that is encoded, in an element or in an attribute.
        if (escape is EscapeKind.Html or EscapeKind.Attribute)
        {
            if (ReferenceEquals(value.Shape, ScalarShape.String))
            {
                HtmlEncoder.Write(context.Output, value.String);
                return;
            }

            if (ReferenceEquals(value.Shape, ScalarShape.Utf8))
            {
                HtmlEncoder.Write(context.Output, value.Utf8);
                return;
            }
        }

        if (escape > EscapeKind.Html)
        {
            WriteElsewhere(context, value, escape);
            return;
        }

        var output = context.Output;
        switch (value.Kind)
        {
            case ValueKind.String when escape == EscapeKind.Html && !value.IsHtml:
                HtmlEncoder.Write(output, value.String);
                break;
            case ValueKind.String when escape == EscapeKind.Html:
                HtmlEncoder.WriteHtml(output, value.String);
                break;
            case ValueKind.String:
                Utf8Text.Write(output, value.String);
                break;
            case ValueKind.Utf8 when escape == EscapeKind.Html && !value.IsHtml:
                HtmlEncoder.Write(output, value.Utf8);
                break;
            case ValueKind.Utf8 when escape == EscapeKind.Html:
                HtmlEncoder.WriteHtml(output, value.Utf8);
                break;
            case ValueKind.Utf8:
                output.Write(value.Utf8);
                break;
            case ValueKind.Integer:
                Utf8Formatter.TryFormat(value.Bits, output.Room(20), out var written);
                output.Advance(written);
                break;
            case ValueKind.Float:
                output.Advance(NumberText.Format(value.Float, output.Room(NumberText.MaxLength)));
                break;
            case ValueKind.Boolean:
                output.Write(value.Bits != 0 ? "true"u8 : "false"u8);
                break;
            case ValueKind.Nil or ValueKind.Blank or ValueKind.Empty:
                break;
            case ValueKind.List:
                List(context, value, escape);
                break;
            default:
                Write(context, context.TextOf(value), escape);
                break;
        }
    }

    private static void WriteElsewhere(LiquidRenderContext context, in LiquidValue value, EscapeKind escape)
    {
        switch (escape)
        {
            case EscapeKind.Attribute when value.IsHtml: HtmlEncoder.WriteOnce(context.Output, context.TextOf(value)); break;
            case EscapeKind.Attribute when value.Kind == ValueKind.List: List(context, value, escape); break;
            case EscapeKind.Attribute: Write(context, value, EscapeKind.Html); break;
            case EscapeKind.Raw when value.Kind == ValueKind.String: HtmlEncoder.WriteHtml(context.Output, value.String); break;
            case EscapeKind.Raw when value.Kind == ValueKind.Utf8: HtmlEncoder.WriteHtml(context.Output, value.Utf8); break;
            case EscapeKind.Raw when value.Kind == ValueKind.List: List(context, value, escape); break;
            case EscapeKind.Raw: Write(context, context.TextOf(value), escape); break;
            case EscapeKind.JsonValue: JsonEncoder.WriteValue(context, value); break;
            case EscapeKind.JsonString: JsonEncoder.WriteString(context, value); break;
            case EscapeKind.UrlPath: UrlEncoder.WritePath(context, value); break;
            case EscapeKind.UrlComponent: UrlEncoder.WriteComponent(context, value); break;
            default: UrlEncoder.WriteWhole(context, value, escape == EscapeKind.UrlInList); break;
        }
    }

    private static void List(LiquidRenderContext context, in LiquidValue list, EscapeKind escape)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var count = list.ListShape.Count(list);
        for (var i = 0; i < count; i++)
        {
            context.Step();
            Write(context, list.ListShape.Item(list, i), escape);
        }
    }
}
