namespace SessionsWidgets;

/// <summary><c>if … elsif … else … endif</c> and the same with <c>unless</c>, whose first condition is turned round.</summary>
internal sealed class CompiledIf(Branch[] branches, bool negateFirst, SourceLocation place)
    : CompiledStatement(place, branches.Sum(static branch => 1 + ExpressionCost.Of(branch.Conditions?[0])))
{
    public override bool IsBlank { get; } = branches.All(static branch => branch.Body.IsBlank);

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => FromAsync(0, output, context);

    private ValueTask<Completion> FromAsync(int index, FragmentWriter output, RenderContext context)
    {
        for (; index < branches.Length; index++)
        {
            var branch = branches[index];
            if (branch.Conditions is null) return branch.Body.RenderAsync(output, context);
            var task = Condition.HoldsAsync(branch.Conditions[0], context);
            if (!task.IsCompletedSuccessfully) return Awaited(task, index, output, context);
            if (Holds(task.Result, index)) return branch.Body.RenderAsync(output, context);
        }

        return Normal();
    }

    private async ValueTask<Completion> Awaited(ValueTask<bool> task, int index, FragmentWriter output, RenderContext context) =>
        await (Holds(await task, index) ? branches[index].Body.RenderAsync(output, context) : FromAsync(index + 1, output, context));

    private bool Holds(bool condition, int index) => condition != (negateFirst && index == 0);
}
