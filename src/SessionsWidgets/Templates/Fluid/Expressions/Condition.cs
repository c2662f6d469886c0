using Fluid.Ast.BinaryExpressions;

namespace SessionsWidgets;

/// <summary>Whether conditions hold: as Fluid evaluates them, but what cannot change the answer is not evaluated.</summary>
internal static class Condition
{
    public static ValueTask<bool> HoldsAsync(Expression condition, RenderContext context) => condition switch
    {
        AndBinaryExpression or OrBinaryExpression => ChainHoldsAsync(condition, context),
        EqualBinaryExpression equal => AreEqualAsync(equal, isEqual: true, context),
        NotEqualBinaryExpression different => AreEqualAsync(different, isEqual: false, context),
        _ => IsTrueAsync(condition, context),
    };

    /// <summary>Conditions in a row nest in their right-hand side.</summary>
    private static async ValueTask<bool> ChainHoldsAsync(Expression condition, RenderContext context)
    {
        while (condition is BinaryExpression pair and (AndBinaryExpression or OrBinaryExpression))
        {
            var isOr = pair is OrBinaryExpression;
            if (await HoldsAsync(pair.Left, context) == isOr) return isOr;
            condition = pair.Right;
        }

        return await HoldsAsync(condition, context);
    }

    private static ValueTask<bool> AreEqualAsync(BinaryExpression pair, bool isEqual, RenderContext context)
    {
        var left = pair.Left.EvaluateAsync(context);
        var right = pair.Right.EvaluateAsync(context);
        return left.IsCompletedSuccessfully && right.IsCompletedSuccessfully ? new(left.Result.Equals(right.Result) == isEqual) : Awaited(left, right, isEqual);

        static async ValueTask<bool> Awaited(ValueTask<FluidValue> left, ValueTask<FluidValue> right, bool isEqual) =>
            (await left).Equals(await right) == isEqual;
    }

    private static ValueTask<bool> IsTrueAsync(Expression value, RenderContext context)
    {
        var task = value.EvaluateAsync(context);
        return task.IsCompletedSuccessfully ? new(task.Result.ToBooleanValue()) : Awaited(task);

        static async ValueTask<bool> Awaited(ValueTask<FluidValue> task) => (await task).ToBooleanValue();
    }
}
