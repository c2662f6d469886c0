using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>Writes values to the output, encoded for their place.</summary>
internal static class ValueWriter
{
    private const int MaxNumberLength = 32;

    public static void Write(FragmentWriter output, FluidValue value, EscapeKind escape, RenderState state)
    {
        state.ChargeReading(value);
        switch (escape)
        {
            case EscapeKind.JsonValue:
                JsonEncoder.WriteValue(output, value, state);
                break;
            case EscapeKind.JsonString:
                JsonEncoder.WriteString(output, value, state);
                break;
            case EscapeKind.Url or EscapeKind.UrlInList or EscapeKind.UrlPath or EscapeKind.UrlComponent:
                UrlValueEncoder.Write(output, EscapedText.Decode(ValueText.Of(value), value.IsHtml()), escape, state);
                break;
            default:
                WriteText(output, value, escape, state);
                break;
        }
    }

    private static void WriteText(FragmentWriter output, FluidValue value, EscapeKind escape, RenderState state)
    {
        switch (value)
        {
            case StringValue text:
                WriteText(output, text.ToStringValue(), escape, !text.Encode);
                break;
            case NumberValue number:
                Write(output, number.ToNumberValue());
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
            default:
                WriteText(output, ValueText.Of(value), escape, isHtml: false);
                break;
        }
    }

    private static void WriteText(FragmentWriter output, string text, EscapeKind escape, bool isHtml)
    {
        switch (escape)
        {
            case EscapeKind.None: output.Write(text); break;
            case EscapeKind.Raw: MarkupEncoder.WriteHtml(output, text); break;
            case EscapeKind.Html when isHtml: MarkupEncoder.WriteHtml(output, text); break;
            case EscapeKind.Attribute when isHtml: MarkupEncoder.WriteOnce(output, text); break;
            default: MarkupEncoder.Write(output, text); break;
        }
    }

    private static void Write(FragmentWriter output, decimal number)
    {
        number.TryFormat(output.Room(MaxNumberLength), out var written, ValueText.NumberFormat(number), CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
