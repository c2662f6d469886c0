using Fluid.Ast;
using Fluid.Values;

namespace SessionsWidgets;

/// <summary><c>if … elsif … else … endif</c> and the same with <c>unless</c>, whose first condition is turned round.</summary>
internal sealed class PlacedIf(IReadOnlyList<Branch> branches, TemplatePlace place)
    : PlacedStatement(place, branches.Sum(static branch => 1 + ExpressionWeight.Of(branch.Condition)))
{
    public override bool IsBlank { get; } = branches.All(static branch => branch.Body.IsBlank);

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => FromAsync(0, output, context);

    private ValueTask<Completion> FromAsync(int index, FragmentWriter output, RenderContext context)
    {
        for (; index < branches.Count; index++)
        {
            var branch = branches[index];
            if (branch.Condition is null) return branch.Body.RenderAsync(output, context);
            var task = branch.Condition.EvaluateAsync(context);
            if (!task.IsCompletedSuccessfully) return Awaited(task, index, output, context);
            if (task.Result.ToBooleanValue() != branch.Negate) return branch.Body.RenderAsync(output, context);
        }

        return Normal();
    }

    private async ValueTask<Completion> Awaited(ValueTask<FluidValue> task, int index, FragmentWriter output, RenderContext context)
    {
        var branch = branches[index];
        return await ((await task).ToBooleanValue() != branch.Negate
            ? branch.Body.RenderAsync(output, context)
            : FromAsync(index + 1, output, context));
    }
}
