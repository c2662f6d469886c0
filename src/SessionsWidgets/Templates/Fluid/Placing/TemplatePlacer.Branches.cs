using Fluid.Ast;

namespace SessionsWidgets;

/// <content>Tags that branch and loop. All branches end in the same place of the HTML, and a loop's body ends where it begins.</content>
internal sealed partial class TemplatePlacer
{
    private PlacedIf If(IfStatement tag, TemplatePlace place)
    {
        var branches = new List<(Expression? Condition, IReadOnlyList<Statement> Body)> { (tag.Condition, tag.Statements) };
        branches.AddRange(tag.ElseIfs.Select(static branch => ((Expression?)branch.Condition, branch.Statements)));
        if (tag.Else is { } otherwise) branches.Add((null, otherwise.Statements));
        return Branches("if", branches, negateFirst: false, place);
    }

    private PlacedIf Unless(UnlessStatement tag, TemplatePlace place)
    {
        var branches = new List<(Expression? Condition, IReadOnlyList<Statement> Body)> { (tag.Condition, tag.Statements) };
        if (tag.Else is { } otherwise) branches.Add((null, otherwise.Statements));
        return Branches("unless", branches, negateFirst: true, place);
    }

    private PlacedIf Branches(string name, List<(Expression? Condition, IReadOnlyList<Statement> Body)> branches, bool negateFirst, TemplatePlace place)
    {
        var join = new BranchJoin(this, name, place.Offset);
        var placed = new List<Branch>(branches.Count);
        foreach (var (condition, statements) in branches)
        {
            if (condition is not null) ChainLength.Check(condition, 0, _compilation.Limits, message => Limit(message, place.Offset));
            join.Begin();
            var body = Body(statements);
            join.Add();
            placed.Add(new Branch(condition, body, negateFirst && placed.Count == 0));
        }

        var isBlank = placed.TrueForAll(static branch => branch.Body.IsBlank);
        join.Finish(isComplete: branches[^1].Condition is null, isBlank);
        return new PlacedIf([.. isBlank ? placed.Select(static branch => branch with { Body = branch.Body.WithoutText() }) : placed], place);
    }

    private PlacedCase Case(CaseStatement tag, TemplatePlace place)
    {
        var join = new BranchJoin(this, "case", place.Offset);
        var whens = new List<PlacedCase.When>(tag.Whens.Count);
        var start = Html;
        var staysInPlace = true;
        foreach (var when in tag.Whens)
        {
            join.Begin();
            var body = Body(when.Statements);
            join.Add();
            staysInPlace &= Html == start;
            whens.Add(new PlacedCase.When(when.Options, body));
        }

        Block? otherwise = null;
        if (tag.Else is { } last)
        {
            join.Begin();
            otherwise = Body(last.Statements);
            join.Add();
        }

        var isBlank = whens.TrueForAll(static when => when.Body.IsBlank) && otherwise is null or { IsBlank: true };
        join.Finish(isComplete: otherwise is not null, isBlank);
        if (isBlank) whens = whens.ConvertAll(static when => when with { Body = when.Body.WithoutText() });
        if (isBlank) otherwise = otherwise?.WithoutText();
        return new PlacedCase(tag.Expression, whens, otherwise, firstOnly: !isBlank && !staysInPlace, place);
    }

    private PlacedFor For(LoopSyntax loop, TemplatePlace place)
    {
        var start = Html;
        EnterLoop();
        var body = Body(loop.Body);
        LeaveLoop();
        RequireRepeatable(start, body, "The body of the loop", place.Offset);
        Block? otherwise = null;
        if (loop.Otherwise is { } statements)
        {
            var afterBody = Html;
            Html = start;
            otherwise = Body(statements);
            RequireSame(start, "The 'else' of the loop", place.Offset);
            Html = Html.Join(afterBody);
        }

        var isBlank = body.IsBlank && otherwise is null or { IsBlank: true };
        if (isBlank) Html = start;
        var name = $"{loop.Variable}-{ExpressionText.Of(loop.Source)}";
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
        var source = loop.Source is RangeExpression range ? new BoundedRangeExpression(range.From, range.To) : loop.Source;
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
