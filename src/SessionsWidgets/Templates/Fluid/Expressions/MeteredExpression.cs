using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>An index, or an option of a loop, which is charged for by its size, for it is read.</summary>
internal sealed class MeteredExpression(Expression inner) : Expression
{
    public Expression Inner => inner;

    /// <summary>The expression, charged for where its value is known only at render time.</summary>
    public static Expression? Of(Expression? value) => value is null or LiteralExpression ? value : new MeteredExpression(value);

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return RenderContext.Of(context).State.ChargeReading(await inner.EvaluateAsync(context));
    }
}
