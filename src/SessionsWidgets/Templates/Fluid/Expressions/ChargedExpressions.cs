using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>An index, or an option of a loop, which is charged for by its size, for it is read.</summary>
internal sealed class ChargedExpression(Expression inner) : Expression
{
    public Expression Inner => inner;

    /// <summary>The expression, charged for where its value is known only at render time.</summary>
    [return: NotNullIfNotNull(nameof(expression))]
    public static Expression? Of(Expression? expression) => expression is null or LiteralExpression ? expression : new ChargedExpression(expression);

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return RenderContext.Of(context).State.ChargeReading(await inner.EvaluateAsync(context));
    }
}

/// <summary>A range of a bounded length, which is charged for before it is made.</summary>
internal sealed class BoundedRangeExpression(Expression from, Expression to) : Expression
{
    private const int BytesOfItem = 40;

    public Expression From => from;

    public Expression To => to;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        var first = decimal.Truncate(state.ChargeReading(await from.EvaluateAsync(context)).ToNumberValue());
        var last = decimal.Truncate(state.ChargeReading(await to.EvaluateAsync(context)).ToNumberValue());
        if (last < first) return ArrayValue.Empty;
        if (last - first >= state.Limits.RangeLength) throw state.Limit($"The range from {first} to {last} has more than {state.Limits.RangeLength} items.");
        var count = (int)(last - first) + 1;
        state.ChargeBytes((long)count * BytesOfItem);
        return new ArrayValue([.. Enumerable.Range(0, count).Select(i => Values.Of((long)first + i))]);
    }
}
