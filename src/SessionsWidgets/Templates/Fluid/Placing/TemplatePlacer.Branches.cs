namespace SessionsWidgets;

/// <content>Tags that branch and loop. All branches end in the same place of the HTML, and a loop's body ends where it begins.</content>
internal sealed partial class TemplatePlacer
{
    private PlacedStatement Branches(BranchSyntax tag, TemplatePlace place)
    {
        var join = new BranchJoin(this, tag.Tag, place.Offset);
        var branches = new List<Branch>(tag.Arms.Count);
        var start = Html;
        var canFollow = true;
        foreach (var arm in tag.Arms)
        {
            join.Begin();
            var body = Body(arm.Body);
            join.Add();
            canFollow &= Html == start;
            branches.Add(new Branch(arm.Conditions, body));
        }

        var isBlank = branches.TrueForAll(static branch => branch.Body.IsBlank);
        join.Finish(isComplete: branches.Exists(static branch => branch.Conditions is null), isBlank);
        if (isBlank) branches = branches.ConvertAll(static branch => branch with { Body = branch.Body.WithoutText() });
        return tag.Subject is { } subject
            ? new PlacedCase(subject, branches, onlyFirst: !canFollow && !isBlank, place)
            : new PlacedIf([.. branches], negateFirst: tag.Tag == "unless", place);
    }

    private PlacedFor For(ForStatement loop, string name, TemplatePlace place)
    {
        var start = Html;
        EnterLoop();
        var body = Body(loop.Statements);
        LeaveLoop();
        RequireRepeatable(start, body, "The body of the loop", place.Offset);
        Block? otherwise = null;
        if (loop.Else?.Statements is { } statements)
        {
            var afterBody = Html;
            Html = start;
            otherwise = Body(statements);
            RequireSame(start, "The 'else' of the loop", place.Offset);
            Html = Html.Join(afterBody);
        }

        var isBlank = body.IsBlank && otherwise is null or { IsBlank: true };
        if (isBlank) Html = start;
        return new PlacedFor(loop, name, isBlank ? body.WithoutText() : body, isBlank ? otherwise?.WithoutText() : otherwise, place);
    }

    private CapturedStatement TableRow(TableRowStatement loop, TemplatePlace place)
    {
        RequireText("'tablerow'", place.Offset);
        var start = Html;
        EnterLoop();
        var body = Body(loop.Statements);
        LeaveLoop();
        RequireSame(start, "The body of 'tablerow'", place.Offset);
        var source = loop.Source is RangeExpression range ? new BoundedRangeExpression(range) : loop.Source;
        var placed = new TableRowStatement(body.Statements, loop.Identifier, source, ChargedExpression.Of(loop.Limit), ChargedExpression.Of(loop.Offset), ChargedExpression.Of(loop.Cols));
        return new CapturedStatement(placed, EscapeKind.Html, isHtml: true, place);
    }
}

/// <summary>Joins the places in which the branches of a tag end.</summary>
internal struct BranchJoin(TemplatePlacer placer, string tag, int offset)
{
    private readonly HtmlState _start = placer.Html;
    private HtmlState _end;
    private bool _any;

    /// <summary>Goes back to where the branches begin.</summary>
    public readonly void Begin() => placer.Html = _start;

    /// <summary>Takes the end of a branch in.</summary>
    public void Add()
    {
        if (!_any) _end = placer.Html;
        else if (placer.Html.CanJoin(_end)) _end = _end.Join(placer.Html);
        else placer.Report(Mismatch(_end, placer.Html), offset);
        _any = true;
    }

    /// <summary>Goes on after the tag.</summary>
    /// <param name="isComplete">Whether one of the branches is always taken.</param>
    /// <param name="isBlank">Whether the branches write nothing, their white space left out.</param>
    public void Finish(bool isComplete, bool isBlank)
    {
        placer.Html = _start;
        if (isBlank) return;
        if (!isComplete) Add();
        placer.Html = _end;
    }

    private readonly string Mismatch(in HtmlState a, in HtmlState b) =>
        $"The branches of '{tag}' end in different places of the HTML: one in {a.Describe()}, another in {b.Describe()}.";
}
