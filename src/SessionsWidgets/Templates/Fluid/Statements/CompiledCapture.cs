namespace SessionsWidgets;

/// <summary><c>capture name … endcapture</c></summary>
/// <remarks><c>isHtml</c>: whether what it captures is encoded already.</remarks>
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
