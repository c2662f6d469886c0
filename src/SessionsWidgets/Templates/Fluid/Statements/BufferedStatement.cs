namespace SessionsWidgets;

/// <summary>A statement of Fluid's or the host's: its output is encoded for its place as a whole, or is HTML.</summary>
internal sealed class BufferedStatement(Statement inner, OutputEncoding escape, HostTag kind, SourceLocation place)
    : CompiledStatement(place)
{
    private const int BytesOfCapture = 256;

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        if (!kind.IsDeterministic) context.State.Run.IsRepeatable = false;
        if (kind.IsHtml) return await inner.WriteToAsync(output, System.Text.Encodings.Web.HtmlEncoder.Default, context);
        using var captured = new FragmentWriter(context.State.Limits.OutputBytes);
        var completion = await inner.WriteToAsync(captured, NullEncoder.Default, context);
        var text = captured.ToString();
        context.State.ChargeBytes(BytesOfCapture + (2L * text.Length));
        ContextualEncoder.Write(output, new StringValue(text), escape, context.State);
        return completion;
    }
}
