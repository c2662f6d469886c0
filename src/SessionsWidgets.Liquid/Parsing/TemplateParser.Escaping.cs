namespace SessionsWidgets.Liquid;

/// <content>The place in the HTML, followed through the template.</content>
internal sealed partial class TemplateParser
{
    private HashSet<Symbol>? _htmlCaptures;

    /// <summary>Where in the HTML the parser is; in text mode it never moves.</summary>
    public HtmlState Html { get; set; }

    private bool IsHtml => Compilation.Options.Encoding == LiquidEncoding.Html;

    /// <summary>How an output that stands here is encoded.</summary>
    /// <exception cref="LiquidException">No output can stand here.</exception>
    public EscapeKind OutputEscape(int position, bool isRaw = false)
    {
        if (!IsHtml || Html.IsPlain) return EscapeKind.None;
        var state = Html;
        switch (state.Place)
        {
            case HtmlPlace.Text:
                return isRaw ? EscapeKind.Raw : EscapeKind.Html;
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted:
                if (isRaw) return EscapeKind.Raw;
                Html = AfterOutput(state);
                return InAttribute(state, position);
            case HtmlPlace.RawText when isRaw:
                return EscapeKind.Raw;
            case HtmlPlace.RawText when state.Element is HtmlElement.Textarea or HtmlElement.Title:
                return EscapeKind.Attribute;
            case HtmlPlace.RawText when state.IsJson:
                return state.InJsonString ? EscapeKind.JsonString : EscapeKind.JsonValue;
        }

        throw Error(LiquidErrorKind.Escaping, $"No output can stand in {state.Describe()}. {Remedy(state)}", position);
    }

    /// <summary>Reports a capture of HTML that is written into an attribute.</summary>
    public void CheckCaptured(Expression expression, EscapeKind escape, int position)
    {
        if (escape is EscapeKind.None or EscapeKind.Html or EscapeKind.Raw || !IsHtmlCapture(expression)) return;
        var name = ((VariableExpression)expression).Symbol.Name;
        throw Error(LiquidErrorKind.Escaping, $"'{name}' was captured with markup, so it can stand in text only.", position);
    }

    /// <summary>Whether an expression is a capture of HTML, as it is.</summary>
    public bool IsHtmlCapture(Expression expression) =>
        expression is VariableExpression { Symbol: var symbol } && _htmlCaptures is not null && _htmlCaptures.Contains(symbol);

    public void RememberHtmlCapture(Symbol symbol, bool isHtml)
    {
        if (isHtml) (_htmlCaptures ??= []).Add(symbol);
        else _htmlCaptures?.Remove(symbol);
    }

    /// <summary>Checks that a part of a template ends where it began, as a loop's body must.</summary>
    public void RequireSame(in HtmlState start, string what, int position)
    {
        if (Html.CanJoin(start)) Html = Html.Join(start);
        else Fail($"{what} begins in {start.Describe()} and ends in {Html.Describe()}: it must end where it began.", start, position);
    }

    public void RequireText(string what, int position)
    {
        if (IsHtml && Html.Place != HtmlPlace.Text)
            throw Error(LiquidErrorKind.Escaping, $"{what} can stand in text only, not in {Html.Describe()}.", position);
    }

    public void Fail(string message, in HtmlState goOn, int position)
    {
        Compilation.Report(Source.Error(LiquidErrorKind.Escaping, message, position));
        Html = goOn;
    }

    private void Track(ReadOnlySpan<char> text, int position)
    {
        if (!IsHtml || Html.IsPlain) return;
        var tracker = new HtmlTracker(Html, Scratch.Names);
        tracker.Feed(text);
        if (tracker.Problem is { } problem) Fail(problem, new HtmlState { Foreign = Html.Foreign }, position + tracker.ProblemAt);
        else Html = tracker.State;
    }

    private EscapeKind InAttribute(in HtmlState state, int position) => state.Attribute switch
    {
        AttributeKind.Plain => EscapeKind.Attribute,
        AttributeKind.Url when state.Url == UrlPart.Start => EscapeKind.Url,
        AttributeKind.Url when state.Url == UrlPart.Path => EscapeKind.UrlPath,
        AttributeKind.Url when state.Url != UrlPart.Unknown => EscapeKind.UrlComponent,
        AttributeKind.UrlList when state.Url == UrlPart.Start => EscapeKind.UrlInList,
        AttributeKind.UrlList when state.Url != UrlPart.Unknown => EscapeKind.UrlComponent,
        AttributeKind.Forbidden => throw Error(
            LiquidErrorKind.Escaping,
            $"Attribute '{state.AttributeName}' can hold no output: write its value in the template, or use a class, a data attribute or text.",
            position),
        AttributeKind.ScriptType => throw Error(LiquidErrorKind.Escaping, "The type of a script can hold no output.", position),
        _ => throw Error(
            LiquidErrorKind.Escaping, "What stands before leaves it open which part of the URL this is: put the whole URL into each branch, and its start in one piece without '&' and '\\'.", position),
    };

    /// <summary>After a whole URL only parts of one can follow.</summary>
    private static HtmlState AfterOutput(in HtmlState state) =>
        state.Attribute is AttributeKind.Url or AttributeKind.UrlList ? state with { Url = UrlTracker.AfterOutput(state.Url) } : state;

    private static string Remedy(in HtmlState state) => state.Place switch
    {
        HtmlPlace.BeforeValue or HtmlPlace.Unquoted => "Put the value in quotes.",
        HtmlPlace.RawText when state.Element == HtmlElement.Script =>
            "Use a data attribute, or a script of type application/json.",
        HtmlPlace.RawText when state.Element == HtmlElement.Style => "Use a class.",
        HtmlPlace.Comment => "Use {% comment %} for notes.",
        _ => "Write it in the template, with if where it varies.",
    };
}

/// <summary>Joins the places in which the branches of a tag end.</summary>
internal struct BranchJoin(TemplateParser parser, string tag, int position)
{
    private readonly HtmlState _start = parser.Html;
    private HtmlState _end;
    private bool _any;

    /// <summary>Goes back to where the branches begin.</summary>
    public readonly void Begin() => parser.Html = _start;

    /// <summary>Takes the end of a branch in.</summary>
    public void Add()
    {
        if (!_any) _end = parser.Html;
        else if (parser.Html.CanJoin(_end)) _end = _end.Join(parser.Html);
        else parser.Fail(Mismatch(_end, parser.Html), _end, position);
        _any = true;
    }

    /// <summary>Goes on after the tag.</summary>
    /// <param name="isComplete">Whether one of the branches is always taken.</param>
    /// <param name="isBlank">Whether the branches write nothing, their white space left out.</param>
    public void Finish(bool isComplete, bool isBlank)
    {
        if (isBlank)
        {
            parser.Html = _start;
            return;
        }

        if (!isComplete)
        {
            parser.Html = _start;
            Add();
        }

        parser.Html = _end;
    }

    private readonly string Mismatch(in HtmlState a, in HtmlState b) =>
        $"The branches of '{tag}' end in different places of the HTML: one in {a.Describe()}, another in {b.Describe()}.";
}
