namespace SessionsWidgets;

/// <content>Captures: HTML when their text has markup or they call a partial, else text that is encoded where it is written.</content>
internal sealed partial class TemplatePlacer
{
    private readonly HashSet<string> _htmlCaptures = new(StringComparer.Ordinal);

    private PlacedCapture Capture(CaptureStatement capture, TemplatePlace place)
    {
        _partial.AddName(capture.Identifier);
        var outer = Html;
        var kind = outer.IsPlain ? CaptureKind.Text : KindOf(capture.Statements);
        Html = kind == CaptureKind.Text ? new HtmlState { IsPlain = true } : new HtmlState { Foreign = HtmlState.InCapture };
        var start = Html;
        EnterCapture(outer);
        var body = Body(capture.Statements);
        LeaveCapture();
        RequireSame(start, "The body of 'capture'", place.Offset);
        Html = outer;
        if (kind == CaptureKind.Markup) _htmlCaptures.Add(capture.Identifier);
        else _htmlCaptures.Remove(capture.Identifier);
        return new PlacedCapture(capture.Identifier, body, isHtml: kind != CaptureKind.Text, place);
    }

    private bool IsHtmlCapture(Expression value) => value is MemberExpression { Segments: [IdentifierSegment { Identifier: var name }] } && _htmlCaptures.Contains(name);

    private CaptureKind KindOf(IReadOnlyList<Statement> statements) =>
        statements.Select(KindOf).DefaultIfEmpty(CaptureKind.Text).Max();

    private CaptureKind KindOf(Statement statement) => statement switch
    {
        TextSpanStatement text => text.Text.Span.Contains('<') ? CaptureKind.Markup : CaptureKind.Text,
        RawStatement raw => raw.Text.Span.Contains('<') ? CaptureKind.Markup : CaptureKind.Text,
        ParsedTag { Tag: PartialSyntax } or TableRowStatement => CaptureKind.Markup,
        OutputStatement output => KindOf(output.Expression),
        AssignStatement assign => MakesHtml(assign.Value) ? CaptureKind.Escaped : CaptureKind.Text,
        HostTagStatement tag => tag.IsHtml ? CaptureKind.Markup : CaptureKind.Escaped,
        ParsedTag { Tag: BranchSyntax tag } => KindOf([.. tag.Arms.SelectMany(static arm => arm.Body)]),
        ParsedTag { Tag: LoopSyntax { Loop: var loop } } => KindOf([.. loop.Statements, .. loop.Else?.Statements ?? []]),
        TagStatement tag => KindOf(tag.Statements),
        _ => CaptureKind.Text,
    };

    private CaptureKind KindOf(Expression value)
    {
        if (IsHtmlCapture(value)) return CaptureKind.Markup;
        return MakesHtml(value) ? CaptureKind.Escaped : CaptureKind.Text;
    }

    /// <summary>Whether a filter may give HTML, as the host's own may.</summary>
    private bool MakesHtml(Expression value)
    {
        for (; value is FilterCall { Use: var filter }; value = filter.Input)
        {
            if (filter.Name is "newline_to_br" or "raw" || _compilation.Engine.Extensions.Filters.ContainsKey(filter.Name)) return true;
        }

        return false;
    }
}

/// <summary>What a capture yields.</summary>
internal enum CaptureKind
{
    /// <summary>Text, encoded where it is written.</summary>
    Text,

    /// <summary>Encoded text, because a part of it may be HTML.</summary>
    Escaped,

    /// <summary>HTML with markup, which cannot stand in an attribute.</summary>
    Markup,
}
