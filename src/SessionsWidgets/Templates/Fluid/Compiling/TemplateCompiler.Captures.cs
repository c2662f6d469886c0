namespace SessionsWidgets;

/// <content>Captures: HTML when their text has markup or they call a partial, else text that is encoded where it is written.</content>
internal sealed partial class TemplateCompiler
{
    private readonly HashSet<string> _htmlCaptures = new(StringComparer.Ordinal);

    private CompiledCapture Capture(CaptureStatement capture, SourceLocation place)
    {
        _names.Add(capture.Identifier);
        var outer = Html;
        var kind = outer.IsPlain ? CaptureKind.Text : KindOf(capture.Statements);
        Html = kind == CaptureKind.Text ? new HtmlState { IsPlain = true } : new HtmlState { Foreign = HtmlState.InCapture };
        var body = CaptureBody(capture.Statements, outer, "capture", place);
        Html = outer;
        if (kind == CaptureKind.Markup) _htmlCaptures.Add(capture.Identifier);
        else _htmlCaptures.Remove(capture.Identifier);
        return new CompiledCapture(capture.Identifier, body, isHtml: kind != CaptureKind.Text, place);
    }

    private bool IsHtmlCapture(Expression value) =>
        value is PathExpression { Variable: { } name } && _htmlCaptures.Contains(name);

    private CaptureKind KindOf(IEnumerable<Statement> statements) => statements.Select(KindOf).DefaultIfEmpty(CaptureKind.Text).Max();

    private CaptureKind KindOf(Statement statement) => statement switch
    {
        TextSpanStatement text => text.Text.Span.Contains('<') ? CaptureKind.Markup : CaptureKind.Text,
        RawStatement raw => raw.Text.Span.Contains('<') ? CaptureKind.Markup : CaptureKind.Text,
        ParsedTag { Tag: PartialSyntax } or TableRowStatement => CaptureKind.Markup,
        OutputStatement output => KindOf(output.Expression),
        AssignStatement assign => MakesHtml(assign.Value) ? CaptureKind.Escaped : CaptureKind.Text,
        ParsedTag { Tag: HostTagSyntax tag } => tag.Kind.IsHtml ? CaptureKind.Markup : CaptureKind.Escaped,
        ParsedTag { Tag: BranchSyntax tag } => KindOf(tag.Arms.SelectMany(static arm => arm.Body)),
        ParsedTag { Tag: LoopSyntax { Loop: var loop } } => KindOf(loop.Statements.Concat(loop.Else?.Statements ?? [])),
        TagStatement tag => KindOf(tag.Statements),
        _ => CaptureKind.Text,
    };

    private CaptureKind KindOf(Expression value) =>
        IsHtmlCapture(value) ? CaptureKind.Markup : MakesHtml(value) ? CaptureKind.Escaped : CaptureKind.Text;

    /// <summary>Whether a filter may give HTML, as the host's own may.</summary>
    private bool MakesHtml(Expression value)
    {
        if (value is not FilterCall { Use: var filter }) return false;
        return filter.Name is "newline_to_br" or "raw"
            || _compilation.Engine.Extensions.Filters.ContainsKey(filter.Name)
            || MakesHtml(filter.Input);
    }
}

/// <summary>The result of a capture: text that is encoded later, text that is encoded already since a part may be HTML, or HTML.</summary>
internal enum CaptureKind
{
    Text,
    Escaped,
    Markup,
}
