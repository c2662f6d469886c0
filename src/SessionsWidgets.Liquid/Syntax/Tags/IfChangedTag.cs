namespace SessionsWidgets.Liquid;

/// <summary><c>ifchanged … endifchanged</c>: its body, unless the last one wrote the same.</summary>
internal sealed class IfChangedTag(Block body) : Tag
{
    public override bool IsBlank => body.IsBlank;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var start = parser.Html;
        var body = parser.Body(["endifchanged"], tag, out _);
        parser.RequireSame(start, "The body of 'ifchanged'", tag.Start);
        return new IfChangedTag(body);
    }

    public override void Render(LiquidRenderContext context)
    {
        var outer = context.BeginCapture();
        body.Render(context);
        var written = context.EndCapture(outer, html: true);
        ref var last = ref context.Frame.LastChanged;
        if (!last.IsUndefined && last.Utf8.SequenceEqual(written.Utf8)) return;
        last = written;
        context.Output.Write(written.Utf8);
    }
}
