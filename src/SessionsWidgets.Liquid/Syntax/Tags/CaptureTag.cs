namespace SessionsWidgets.Liquid;

/// <summary><c>capture name … endcapture</c></summary>
internal sealed class CaptureTag(Symbol symbol, Block body, bool isHtml) : Tag
{
    public override bool IsBlank => true;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var name = Name(parser.Content(tag));
        if (name.Length == 0) throw parser.Error("Expected a name after 'capture'.", tag.Start);
        var symbol = parser.Bind(name);
        var outer = parser.Html;
        var kind = parser.BeginCapture();
        var start = parser.Html;
        parser.EnterCapture(outer);
        var body = parser.Body(["endcapture"], tag, out _);
        parser.LeaveCapture();
        parser.RequireSame(start, "The body of 'capture'", tag.Start);
        parser.Html = outer;
        parser.RememberHtmlCapture(symbol, kind == CaptureKind.Markup);
        return new CaptureTag(symbol, body, kind != CaptureKind.Text);
    }

    public override void Render(LiquidRenderContext context)
    {
        var outer = context.BeginCapture();
        body.Render(context);
        context.Assigned(symbol) = context.EndCapture(outer, isHtml);
    }

    /// <summary>The first run of characters that can be a name, quotes around it left out.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> content)
    {
        var start = 0;
        while (start < content.Length && !AssignedName.IsValid(content.Slice(start, 1))) start++;
        var end = start;
        while (end < content.Length && AssignedName.IsValid(content.Slice(end, 1))) end++;
        return content[start..end];
    }
}
