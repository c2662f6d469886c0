using Fluid.Ast.BinaryExpressions;

namespace SessionsWidgets;

/// <summary>Whether conditions are true. Operands that cannot change the result are not evaluated.</summary>
internal static class Condition
{
    // Nearly always everything is at hand; an await then costs more than the comparison.
    public static ValueTask<bool> HoldsAsync(Expression condition, TemplateContext context)
    {
        // Conditions in a row nest in their right-hand side.
        while (condition is AndBinaryExpression or OrBinaryExpression)
        {
            var (pair, isOr) = ((BinaryExpression)condition, condition is OrBinaryExpression);
            var left = HoldsAsync(pair.Left, context);
            if (!left.IsCompletedSuccessfully) return ChainAwaited(left, isOr, pair.Right, context);
            if (left.Result == isOr) return new(isOr);
            condition = pair.Right;
        }

        var task = condition.EvaluateAsync(context);
        return task.IsCompletedSuccessfully ? new(task.Result.ToBooleanValue()) : Awaited(task);
    }

    private static async ValueTask<bool> Awaited(ValueTask<FluidValue> task) => (await task).ToBooleanValue();

    private static async ValueTask<bool> ChainAwaited(ValueTask<bool> left, bool isOr, Expression rest, TemplateContext context) =>
        await left == isOr ? isOr : await HoldsAsync(rest, context);
}
