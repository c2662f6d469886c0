using Fluid.Ast.BinaryExpressions;

namespace SessionsWidgets;

/// <summary>Conditions joined by <c>and</c> and <c>or</c>, as a value. What cannot change the answer is not evaluated.</summary>
internal sealed class Condition(Expression conditions) : Expression
{
    public Expression Conditions => conditions;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context) => Values.Of(await HoldsAsync(conditions, context));

    /// <summary>Conditions in a row nest in their right-hand side.</summary>
    public static async ValueTask<bool> HoldsAsync(Expression condition, TemplateContext context)
    {
        while (condition is BinaryExpression pair and (AndBinaryExpression or OrBinaryExpression))
        {
            var isOr = pair is OrBinaryExpression;
            if (await HoldsAsync(pair.Left, context) == isOr) return isOr;
            condition = pair.Right;
        }

        return (await condition.EvaluateAsync(context)).ToBooleanValue();
    }
}
