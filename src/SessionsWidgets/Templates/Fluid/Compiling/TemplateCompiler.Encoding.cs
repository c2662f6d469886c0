namespace SessionsWidgets;

/// <content>The place in the HTML, followed through the template, and what may be written there.</content>
internal sealed partial class TemplateCompiler
{
    /// <summary>Where in the HTML the template has come to.</summary>
    public HtmlState Html { get; set; }

    /// <summary>Reports an error of encoding.</summary>
    public void Report(string message, int offset) =>
        _compilation.Report([_template.Source.Error(TemplateErrorKind.Encoding, message, offset)]);

    /// <summary>Checks that a part of a template ends where it began, as a loop's body must.</summary>
    public void RequireSame(in HtmlState start, string what, int offset)
    {
        if (Html.CanJoin(start))
        {
            Html = Html.Join(start);
            return;
        }

        Report($"{what} begins in {start.Describe()} and ends in {Html.Describe()}: it must end where it began.", offset);
        Html = start;
    }

    /// <summary>Checks that repeated output ends in the state in which it began, and cannot join with itself.</summary>
    public void RequireRepeatable(in HtmlState start, Block body, string what, int offset)
    {
        if (Html.NeedsSeparator && !start.NeedsSeparator && !body.BeginsApart)
            Report(
                $"{what} ends with a name or a value without quotes, with which the next would run together: begin it with a space.",
                offset);
        RequireSame(start, what, offset);
    }

    private CompiledOutput Output(Expression value, SourceLocation place)
    {
        var escape = ChooseEncoding(place.Offset, value is FilterCall { Use.Name: "raw" });
        if (escape is not (OutputEncoding.None or OutputEncoding.Html or OutputEncoding.Raw) && IsHtmlCapture(value))
            throw EncodingError(
                $"'{((PathExpression)value).Variable}' was captured with markup, so it can stand "
                + $"in text only.",
                place.Offset);
        return new CompiledOutput(value, escape, place);
    }

    /// <summary>How an output that stands here is encoded.</summary>
    /// <exception cref="TemplateException">No output can stand here.</exception>
    private OutputEncoding ChooseEncoding(int offset, bool isRaw = false)
    {
        if (Html.IsPlain) return OutputEncoding.None;
        switch (Html.Place)
        {
            case HtmlPlace.Text:
                return isRaw ? OutputEncoding.Raw : OutputEncoding.Html;
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted:
                if (isRaw) return OutputEncoding.Raw;
                var escape = InAttribute(offset);
                if (Html is { Attribute: AttributeKind.Url or AttributeKind.UrlList, Url: UrlPart.Start or UrlPart.Scheme })
                    Html = Html with { Url = UrlPart.Output };
                return escape;
            case HtmlPlace.RawText when isRaw:
                return OutputEncoding.Raw;
            case HtmlPlace.RawText when Html.Element is "textarea" or "title":
                return OutputEncoding.Attribute;
            case HtmlPlace.RawText when Html.IsJson:
                return Html.InJsonString ? OutputEncoding.JsonString : OutputEncoding.JsonValue;
        }

        throw EncodingError($"No output can stand in {Html.Describe()}. {Remedy()}", offset);
    }

    private OutputEncoding InAttribute(int offset) => Html.Attribute switch
    {
        AttributeKind.Plain => OutputEncoding.Attribute,
        AttributeKind.Url when Html.Url == UrlPart.Start => OutputEncoding.Url,
        AttributeKind.Url when Html.Url == UrlPart.Path => OutputEncoding.UrlPath,
        AttributeKind.Url when Html.Url != UrlPart.Unknown => OutputEncoding.UrlComponent,
        AttributeKind.UrlList when Html.Url == UrlPart.Start => OutputEncoding.UrlInList,
        AttributeKind.UrlList when Html.Url != UrlPart.Unknown => OutputEncoding.UrlComponent,
        AttributeKind.Forbidden => throw EncodingError(
            $"Attribute '{Html.AttributeName}' can hold no output: write its value in the template, or use a class, a data "
            + $"attribute or text.",
            offset),
        AttributeKind.ScriptType => throw EncodingError("The type of a script can hold no output: write it in the template.", offset),
        _ => throw EncodingError(
            "What stands before leaves it open which part of the URL this is: put the whole URL into each branch, and its start in one "
            + "piece without '&' and '\\'.",
            offset),
    };

    private string Remedy() => Html.Place switch
    {
        HtmlPlace.BeforeValue => "Put the value in quotes.",
        HtmlPlace.RawText when Html.Element == "script" => "Use a data attribute, or a script of type application/json.",
        HtmlPlace.RawText when Html.Element == "style" => "Use a class.",
        HtmlPlace.Comment => "Use {% comment %} for notes.",
        _ => "Write it in the template, with if where it varies.",
    };

    private void RequireText(string what, int offset)
    {
        if (!Html.IsPlain && Html.Place != HtmlPlace.Text)
            throw EncodingError($"{what} can stand in text only, not in {Html.Describe()}.", offset);
    }

    private void Track(string text, int offset)
    {
        if (Html.IsPlain) return;
        var tracker = new HtmlTracker(Html);
        tracker.Feed(text);
        if (tracker.Problem is { } problem)
        {
            Report(problem.Message, offset + problem.At);
            Html = new HtmlState { Foreign = Html.Foreign };
            return;
        }

        Html = tracker.State;
    }

    private TemplateException EncodingError(string message, int offset) =>
        new(_template.Source.Error(TemplateErrorKind.Encoding, message, offset));
}
