using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>Writes values as JSON that can stand in a script element: no bracket, quote or line separator is left as it is.</summary>
internal static class JsonEncoder
{
    private const int MaxDepth = 32;

    public static void WriteValue(FragmentWriter output, FluidValue value, RenderState state, int depth = 0)
    {
        state.ChargeSteps(1);
        if (depth > MaxDepth) throw state.Limit($"Lists and objects are nested deeper than {MaxDepth}.");
        switch (value.Type)
        {
            case FluidValues.Nil or FluidValues.Blank or FluidValues.Empty: output.Write("null"); break;
            case FluidValues.Boolean: output.Write(value.ToBooleanValue() ? "true" : "false"); break;
            case FluidValues.Number: output.Write(ValueText.Of(value)); break;
            case FluidValues.Array: WriteItems(output, "[]", ((ArrayValue)value).Values.Select(static i => ("", i)), state, depth); break;
            case var _ when value is ModelValue model: WriteItems(output, "{}", model.Members(state), state, depth); break;
            case FluidValues.DateTime when value.ToObjectValue() is DateTimeOffset date:
                WriteQuoted(output, date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), state);
                break;
            default: WriteQuoted(output, EscapedText.Original(value), state); break;
        }
    }

    /// <summary>Writes the inside of a JSON string.</summary>
    public static void WriteString(FragmentWriter output, string text, RenderState state)
    {
        state.ChargeBytes(2L * text.Length);
        output.Write(JavaScriptEncoder.Default.Encode(text));
    }

    private static void WriteQuoted(FragmentWriter output, string text, RenderState state)
    {
        output.WriteUtf8("\""u8);
        WriteString(output, text, state);
        output.WriteUtf8("\""u8);
    }

    /// <summary>Writes a list, or in braces an object, whose items have names.</summary>
    private static void WriteItems(
        FragmentWriter output, string brackets, IEnumerable<(string Name, FluidValue Value)> items, RenderState state, int depth)
    {
        output.Write(brackets[0]);
        var separator = "";
        foreach (var (name, value) in items)
        {
            output.Write(separator);
            separator = ",";
            if (brackets == "{}")
            {
                WriteQuoted(output, name, state);
                output.Write(':');
            }

            WriteValue(output, value, state, depth + 1);
        }

        output.Write(brackets[1]);
    }
}
