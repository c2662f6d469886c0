namespace SessionsWidgets.Liquid;

/// <summary><c>if … elsif … else … endif</c> and the same with <c>unless</c>, whose first condition is turned round.</summary>
internal sealed class IfTag(IfBranch[] branches, bool isBlank) : Node
{
    public override bool IsBlank => isBlank;

    public static Node Parse(TemplateParser parser, in Markup tag, bool isUnless)
    {
        ReadOnlySpan<string> ends = isUnless ? ["elsif", "else", "endunless"] : ["elsif", "else", "endif"];
        var branches = parser.Scratch.Branches;
        var first = branches.Count;
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

        var all = branches.TakeFrom(first);
        var isBlank = Array.TrueForAll(all, static branch => branch.Body.IsBlank);
        if (isBlank) Array.ForEach(all, static branch => branch.Body.DropText());
        join.Finish(hasElse, isBlank);
        return new IfTag(all, isBlank);
    }

    /// <summary>Liquid passes over what stands after <c>else</c>, which here is always meant as a condition.</summary>
    private static void RefuseElseIf(TemplateParser parser, in Markup end)
    {
        if (parser.Compilation.Options.StrictFilters && parser.Content(end).TrimStart().StartsWith("if "))
            parser.Compilation.Report(parser.Source.Error(LiquidErrorKind.Syntax, "'else if' is written 'elsif'.", end.Start));
    }

    public override void Inline(Inliner inliner, List<Node> into)
    {
        var kept = new List<IfBranch>(branches.Length);
        foreach (var branch in branches)
        {
            var condition = branch.Condition?.Inline(inliner);
            if (condition?.Known == branch.Negate) continue;
            if (condition is null || condition.Known is not null)
            {
                // What comes after is never reached.
                if (kept.Count == 0) branch.Body.InlineInto(inliner, into);
                else kept.Add(new IfBranch(null, branch.Body.Inline(inliner), Negate: false));
                break;
            }

            kept.Add(branch with { Condition = condition, Body = branch.Body.Inline(inliner) });
        }

        if (kept.Count > 0) into.Add(new IfTag([.. kept], isBlank));
    }

    public override void Emit(ProgramBuilder into)
    {
        var end = new Forward();
        for (var i = 0; i < branches.Length; i++)
        {
            var (condition, body, negate) = branches[i];
            var next = new Forward();
            condition?.EmitBranch(into, unless: negate, next);
            body.Emit(into);
            if (i + 1 < branches.Length) into.Jump(end);
            into.Land(next);
        }

        into.Land(end);
    }
}

/// <summary>One branch; without a condition it is the <c>else</c>.</summary>
internal readonly record struct IfBranch(Condition? Condition, Block Body, bool Negate);
