namespace SessionsWidgets.Liquid;

/// <summary><c>if … elsif … else … endif</c> and the same with <c>unless</c>, whose first condition is turned round.</summary>
internal sealed class IfTag(IfBranch[] branches, bool isBlank) : Node
{
    public override bool IsBlank => isBlank;

    public static Node Parse(TemplateParser parser, in Markup tag, bool isUnless)
    {
        ReadOnlySpan<string> ends = isUnless ? ["elsif", "else", "endunless"] : ["elsif", "else", "endif"];
        var branches = new List<IfBranch>(2);
        var expressions = parser.Expressions(tag);
        Condition? condition = expressions.Condition();
        var negate = isUnless;
        var hasElse = false;
        var join = new BranchJoin(parser, isUnless ? "unless" : "if", tag.Start);
        while (true)
        {
            join.Begin();
            var body = parser.Body(ends, tag, out var end);
            join.Add();
            branches.Add(new IfBranch(condition, body, negate));
            if (end.Kind == MarkupKind.End || parser.Name(end).StartsWith("end")) break;
            negate = false;
            condition = null;
            hasElse |= parser.Name(end).SequenceEqual("else");
            if (parser.Name(end).SequenceEqual("else"))
            {
                RefuseElseIf(parser, end);
                continue;
            }

            var next = parser.Expressions(end);
            condition = next.Condition();
        }

        var isBlank = branches.TrueForAll(static branch => branch.Body.IsBlank);
        if (isBlank) branches.ForEach(static branch => branch.Body.DropText());
        join.Finish(hasElse, isBlank);
        return new IfTag([.. branches], isBlank);
    }

    /// <summary>Liquid passes over what stands after <c>else</c>, which here is always meant as a condition.</summary>
    private static void RefuseElseIf(TemplateParser parser, in Markup end)
    {
        if (parser.Compilation.Options.StrictFilters && parser.Content(end).TrimStart().StartsWith("if "))
            parser.Compilation.Report(parser.Source.Error(LiquidErrorKind.Syntax, "'else if' is written 'elsif'.", end.Start));
    }

    public override void Render(LiquidRenderContext context)
    {
        foreach (var branch in branches)
        {
            var condition = branch.Condition;
            if (condition is not null && condition.Evaluate(context) == branch.Negate)
            {
                context.Step();
                continue;
            }

            branch.Body.Render(context);
            return;
        }
    }
}

/// <summary>One branch; without a condition it is the <c>else</c>.</summary>
internal sealed record IfBranch(Condition? Condition, Block Body, bool Negate);
