namespace SessionsWidgets.Liquid;

/// <summary><c>case value when a, b … else … endcase</c>: every match renders; <c>else</c> does while nothing has matched.</summary>
internal sealed class CaseTag(Expression subject, CaseBranch[] branches, bool isBlank, int position) : Tag
{
    private static readonly string[] Ends = ["when", "else", "endcase"];

    public override bool IsBlank => isBlank;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var subject = expressions.Operand();
        var branches = new List<CaseBranch>(2);
        var join = new BranchJoin(parser, "case", tag.Start);
        var head = parser.Body(Ends, tag, out var end);
        var hasElse = false;
        while (end.Kind == MarkupKind.Tag && !parser.Name(end).SequenceEqual("endcase"))
        {
            var values = parser.Name(end).SequenceEqual("else") ? Else(parser, end) : Values(parser, end);
            hasElse |= values.Length == 0;
            join.Begin();
            var body = parser.Body(Ends, tag, out end);
            join.Add();
            branches.Add(new CaseBranch(values, body));
        }

        // What stands before the first branch is not written, but counts here.
        var isBlank = head.IsBlank && branches.TrueForAll(static branch => branch.Body.IsBlank);
        if (isBlank) branches.ForEach(static branch => branch.Body.DropText());
        join.Finish(hasElse, isBlank);
        return new CaseTag(subject, [.. branches], isBlank, tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        subject.Evaluate(context, out var value);
        var matched = false;
        foreach (var branch in branches)
        {
            if (branch.Values.Length == 0 && !matched) branch.Body.Render(context);
            foreach (var candidate in branch.Values)
            {
                context.Step();
                candidate.Evaluate(context, out var other);
                if (!Comparer.Compare(value, ConditionOperator.Equal, other, context)) continue;
                matched = true;
                branch.Body.Render(context);
                if (context.Interrupt != Interrupt.None) return;
            }

            if (context.Interrupt != Interrupt.None) return;
        }
    }

    public override void Inline(Inliner inliner, List<Node> into)
    {
        var inlined = Array.ConvertAll(branches, branch => new CaseBranch(
            Array.ConvertAll(branch.Values, value => value.Inline(inliner)), branch.Body.Inline(inliner)));
        into.Add(new CaseTag(subject.Inline(inliner), inlined, isBlank, inliner.At(position)));
    }

    private static Expression[] Else(TemplateParser parser, in Markup tag)
    {
        if (parser.Content(tag).Trim().Length > 0) throw parser.Error("'else' takes no condition: use 'when'.", tag.Start);
        return [];
    }

    /// <summary>The values of a branch. Liquid has never parsed them strictly: what is not understood ends them.</summary>
    private static Expression[] Values(TemplateParser parser, in Markup when)
    {
        var expressions = parser.Expressions(when);
        while (IsSeparator(expressions.Current.Kind)) expressions.Take();
        var values = new List<Expression>(2);
        do values.Add(expressions.Operand());
        while ((expressions.TryTake(TokenKind.Comma) || expressions.TryTakeName("or")) && !expressions.AtEnd && !IsSeparator(expressions.Current.Kind));
        return [.. values];
    }

    private static bool IsSeparator(TokenKind kind) => kind is TokenKind.Comma or TokenKind.Pipe;
}

/// <summary>One branch; without values it is an <c>else</c>.</summary>
internal sealed record CaseBranch(Expression[] Values, Block Body);
