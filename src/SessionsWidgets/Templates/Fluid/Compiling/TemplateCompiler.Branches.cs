namespace SessionsWidgets;

/// <content>Tags that branch and loop. All branches end in the same place of the HTML, and a loop's body ends where it begins.</content>
internal sealed partial class TemplateCompiler
{
    private CompiledStatement Branches(BranchSyntax tag, SourceLocation place)
    {
        var start = Html;
        HtmlState? end = null;
        var canFollow = true;
        var branches = new List<Branch>(tag.Arms.Count);
        foreach (var arm in tag.Arms)
        {
            Html = start;
            branches.Add(new Branch(arm.Conditions, Body(arm.Body)));
            canFollow &= Html == start;
            end = EndOfBranches(end, tag.Tag, place.Offset);
        }

        Html = start;
        var isBlank = branches.TrueForAll(static branch => branch.Body.IsBlank);
        if (isBlank)
        {
            branches = branches.ConvertAll(static branch => branch with { Body = branch.Body.WithoutText() });
        }
        else
        {
            var isComplete = branches.Exists(static branch => branch.Conditions is null);
            Html = isComplete ? end!.Value : EndOfBranches(end, tag.Tag, place.Offset);
        }

        return tag.Subject is { } subject
            ? new CompiledCase(subject, branches, onlyFirst: !canFollow && !isBlank, place)
            : new CompiledIf([.. branches], negateFirst: tag.Tag == "unless", place);
    }

    /// <summary>Joins the end of a branch, which is here, with that of the branches before.</summary>
    private HtmlState EndOfBranches(HtmlState? before, string tag, int offset)
    {
        if (before is not { } end) return Html;
        if (Html.CanJoin(end)) return end.Join(Html);
        Report(
            $"The branches of '{tag}' end in different places of the HTML: one in {end.Describe()}, another in {Html.Describe()}.", offset);
        return end;
    }

    private CompiledFor For(ForStatement loop, string name, SourceLocation place)
    {
        var start = Html;
        var body = ExitBody(loop.Statements, outer: null);
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

        if (body.IsBlank && otherwise is null or { IsBlank: true })
        {
            Html = start;
            body = body.WithoutText();
            otherwise = otherwise?.WithoutText();
        }

        return new CompiledFor(loop, name, body, otherwise, place);
    }

    private BufferedStatement TableRow(TableRowStatement loop, SourceLocation place)
    {
        RequireText("'tablerow'", place.Offset);
        var start = Html;
        var body = ExitBody(loop.Statements, outer: null);
        RequireSame(start, "The body of 'tablerow'", place.Offset);
        var source = loop.Source is RangeExpression range ? new BoundedRangeExpression(range) : loop.Source;
        var (limit, offset, cols) = (MeteredExpression.Of(loop.Limit), MeteredExpression.Of(loop.Offset), MeteredExpression.Of(loop.Cols));
        var placed = new TableRowStatement(body.Statements, loop.Identifier, source, limit, offset, cols);
        return new BufferedStatement(placed, OutputEncoding.Html, new(IsHtml: true, IsDeterministic: true), place);
    }
}
