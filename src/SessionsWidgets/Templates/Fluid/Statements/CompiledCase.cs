namespace SessionsWidgets;

/// <summary><c>case value when a, b … else … endcase</c>: renders every match, or <c>else</c> without one before it.</summary>
/// <remarks><c>onlyFirst</c>: whether no branch can follow another, since it would begin elsewhere in the HTML.</remarks>
internal sealed class CompiledCase(Expression subject, IReadOnlyList<Branch> branches, bool onlyFirst, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(subject))
{
    public override bool IsBlank { get; } = branches.All(static branch => branch.Body.IsBlank);

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var value = await subject.EvaluateAsync(context);
        var steps = 1 + (ValueSize.Of(value) >> 6);
        var matched = false;
        foreach (var branch in branches)
        {
            if (branch.Conditions is null && !matched)
            {
                var completion = await branch.Body.RenderAsync(output, context);
                if (onlyFirst || completion != Completion.Normal) return completion;
            }

            foreach (var candidate in branch.Conditions ?? [])
            {
                context.State.ChargeSteps(steps + ExpressionCost.Of(candidate));
                if (!value.Equals(context.State.ChargeReading(await candidate.EvaluateAsync(context)))) continue;
                matched = true;
                var completion = await branch.Body.RenderAsync(output, context);
                if (onlyFirst || completion != Completion.Normal) return completion;
            }
        }

        return Completion.Normal;
    }
}
