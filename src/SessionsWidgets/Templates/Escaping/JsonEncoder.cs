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
            case FluidValues.Nil or FluidValues.Blank or FluidValues.Empty: output.WriteUtf8("null"u8); break;
            case FluidValues.Boolean: output.WriteUtf8(value.ToBooleanValue() ? "true"u8 : "false"u8); break;
            case FluidValues.Number: output.Write(ValueText.Of(value)); break;
            case FluidValues.Array: WriteArray(output, value, state, depth); break;
            case FluidValues.Object or FluidValues.Dictionary when value is ModelValue model: WriteObject(output, model.Members(state), state, depth); break;
            case FluidValues.DateTime: WriteQuoted(output, Date(value), state); break;
            default: WriteQuoted(output, value, state); break;
        }
    }

    /// <summary>Writes the inside of a JSON string.</summary>
    public static void WriteString(FragmentWriter output, FluidValue value, RenderState state)
    {
        var text = EscapedText.Decode(ValueText.Of(value), value.IsHtml());
        state.ChargeBytes(2L * text.Length);
        output.Write(JavaScriptEncoder.Default.Encode(text));
    }

    private static void WriteQuoted(FragmentWriter output, FluidValue value, RenderState state)
    {
        output.WriteUtf8("\""u8);
        WriteString(output, value, state);
        output.WriteUtf8("\""u8);
    }

    private static FluidValue Date(FluidValue value) => value.ToObjectValue() is DateTimeOffset date
        ? new StringValue(date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))
        : value;

    private static void WriteArray(FragmentWriter output, FluidValue array, RenderState state, int depth)
    {
        output.WriteUtf8("["u8);
        var isFirst = true;
        foreach (var item in ((ArrayValue)array).Values)
        {
            if (!isFirst) output.WriteUtf8(","u8);
            isFirst = false;
            WriteValue(output, item, state, depth + 1);
        }

        output.WriteUtf8("]"u8);
    }

    private static void WriteObject(FragmentWriter output, IEnumerable<(string Name, FluidValue Value)> members, RenderState state, int depth)
    {
        output.WriteUtf8("{"u8);
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            if (!isFirst) output.WriteUtf8(","u8);
            isFirst = false;
            WriteQuoted(output, new StringValue(name), state);
            output.WriteUtf8(":"u8);
            WriteValue(output, value, state, depth + 1);
        }

        output.WriteUtf8("}"u8);
    }
}
