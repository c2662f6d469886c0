namespace SessionsWidgets;

/// <summary><c>capture name … endcapture</c></summary>
/// <remarks><c>isHtml</c>: whether the captured text is encoded already.</remarks>
internal sealed class CompiledCapture(string name, Block body, bool isHtml, SourceLocation place) : CompiledStatement(place)
{
    public override bool IsBlank => true;

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var (text, completion) = await body.CaptureAsync(context);
        context.SetValue(name, new StringValue(text, encode: !isHtml));
        return completion;
    }
}

/// <summary><c>ifchanged … endifchanged</c>: its body, unless the last one wrote the same.</summary>
internal sealed class CompiledIfChanged(Block body, SourceLocation place) : CompiledStatement(place)
{
    public override bool IsBlank => body.IsBlank;

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var (text, completion) = await body.CaptureAsync(context);
        if (text == context.LastChanged) return completion;
        context.LastChanged = text;
        output.Write(text);
        return completion;
    }
}
