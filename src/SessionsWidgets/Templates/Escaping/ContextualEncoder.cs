using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>How an output is encoded, decided when the template is compiled by the place where it stands.</summary>
internal enum OutputEncoding : byte
{
    /// <summary>As it is: text that is encoded where it is written later.</summary>
    None,
    /// <summary>HTML text; values that are HTML already are written as they are.</summary>
    Html,
    /// <summary>A quoted attribute; HTML loses its quotes and brackets, never its entities.</summary>
    Attribute,
    /// <summary>The start of a URL: a whole URL, checked.</summary>
    Url,
    /// <summary>Text after a known path: percent-encoded, separators kept.</summary>
    UrlPath,
    /// <summary>A part of a URL that cannot hold separators: percent-encoded in full.</summary>
    UrlComponent,
    /// <summary>A whole URL in a list of image candidates.</summary>
    UrlInList,
    JsonValue,
    /// <summary>The inside of a JSON string.</summary>
    JsonString,
    /// <summary>The output of <c>raw</c>: unchanged in any place; text that <c>escape</c> has encoded stays encoded.</summary>
    Raw,
}

/// <summary>Writes values to the output, encoded for their place.</summary>
internal static class ContextualEncoder
{
    public static void Write(FragmentWriter output, FluidValue value, OutputEncoding escape, RenderState state)
    {
        state.ChargeReading(value);
        switch (escape)
        {
            case OutputEncoding.JsonValue: JsonEncoder.WriteValue(output, value, state); break;
            case OutputEncoding.JsonString: JsonEncoder.WriteString(output, EscapedText.Original(value), state); break;
            case OutputEncoding.Url or OutputEncoding.UrlInList or OutputEncoding.UrlPath or OutputEncoding.UrlComponent:
                UrlValueEncoder.Write(output, EscapedText.Original(value), escape, state);
                break;
            default: WriteText(output, value, escape, state); break;
        }
    }

    private static void WriteText(FragmentWriter output, FluidValue value, OutputEncoding escape, RenderState state)
    {
        switch (value)
        {
            case StringValue text: MarkupEncoder.Write(output, text.ToStringValue(), escape, isHtml: !text.Encode); break;
            case NumberValue number:
                Span<byte> digits = stackalloc byte[32];
                var format = ValueText.NumberFormat(number.ToNumberValue());
                number.ToNumberValue().TryFormat(digits, out var length, format, CultureInfo.InvariantCulture);
                output.WriteUtf8(digits[..length]);
                break;
            case ArrayValue array:
                // One by one: an item may be HTML, which another place has to encode.
                RuntimeHelpers.EnsureSufficientExecutionStack();
                foreach (var item in array.Values)
                {
                    state.ChargeSteps(1);
                    WriteText(output, item, escape, state);
                }

                break;
            default: MarkupEncoder.Write(output, ValueText.Of(value), escape); break;
        }
    }
}
