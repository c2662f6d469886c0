using Fluid.Ast.BinaryExpressions;

namespace SessionsWidgets;

/// <summary>Whether conditions hold. What cannot change the answer is not evaluated.</summary>
internal static class Condition
{
    // Nearly always everything is at hand; an await then costs more than the comparison.
    public static ValueTask<bool> HoldsAsync(Expression condition, TemplateContext context)
    {
        if (condition is AndBinaryExpression or OrBinaryExpression) return ChainHoldsAsync(condition, context);
        var task = condition.EvaluateAsync(context);
        return task.IsCompletedSuccessfully ? new(task.Result.ToBooleanValue()) : Awaited(task);

        static async ValueTask<bool> Awaited(ValueTask<FluidValue> task) => (await task).ToBooleanValue();
    }

    /// <summary>Conditions in a row nest in their right-hand side.</summary>
    private static async ValueTask<bool> ChainHoldsAsync(Expression condition, TemplateContext context)
    {
        while (condition is BinaryExpression pair and (AndBinaryExpression or OrBinaryExpression))
        {
            var isOr = pair is OrBinaryExpression;
            if (await HoldsAsync(pair.Left, context) == isOr) return isOr;
            condition = pair.Right;
        }

        return await HoldsAsync(condition, context);
    }
}
