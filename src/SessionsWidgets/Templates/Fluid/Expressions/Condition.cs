using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;
using Fluid.Values;

namespace SessionsWidgets;

/// <summary>Whether conditions hold: as Fluid evaluates them, but what cannot change the answer is not evaluated.</summary>
internal static class Condition
{
    public static ValueTask<bool> HoldsAsync(Expression condition, RenderContext context)
    {
        if (condition is BinaryExpression binary and (AndBinaryExpression or OrBinaryExpression or EqualBinaryExpression or NotEqualBinaryExpression))
            return HoldsAsync(binary, context);
        var task = condition.EvaluateAsync(context);
        return task.IsCompletedSuccessfully ? new(task.Result.ToBooleanValue()) : Awaited(task);

        static async ValueTask<bool> Awaited(ValueTask<FluidValue> task) => (await task).ToBooleanValue();
    }

    private static ValueTask<bool> HoldsAsync(BinaryExpression condition, RenderContext context)
    {
        if (condition is AndBinaryExpression or OrBinaryExpression) return BothAsync(condition, isOr: condition is OrBinaryExpression, context);
        var left = condition.Left.EvaluateAsync(context);
        var right = condition.Right.EvaluateAsync(context);
        var isEqual = condition is EqualBinaryExpression;
        return left.IsCompletedSuccessfully && right.IsCompletedSuccessfully ? new(left.Result.Equals(right.Result) == isEqual) : Awaited(left, right, isEqual);

        static async ValueTask<bool> Awaited(ValueTask<FluidValue> left, ValueTask<FluidValue> right, bool isEqual) =>
            (await left).Equals(await right) == isEqual;
    }

    private static async ValueTask<bool> BothAsync(BinaryExpression condition, bool isOr, RenderContext context) =>
        await HoldsAsync(condition.Left, context) == isOr ? isOr : await HoldsAsync(condition.Right, context);
}
