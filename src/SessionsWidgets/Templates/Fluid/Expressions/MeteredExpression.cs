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

/// <summary>A range of a bounded length, which is charged for before it is made.</summary>
internal sealed class BoundedRangeExpression(RangeExpression range) : Expression
{
    private const int BytesOfItem = 40;

    public RangeExpression Range => range;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        var first = decimal.Truncate(state.ChargeReading(await range.From.EvaluateAsync(context)).ToNumberValue());
        var last = decimal.Truncate(state.ChargeReading(await range.To.EvaluateAsync(context)).ToNumberValue());
        if (last < first) return ArrayValue.Empty;
        if (last - first >= state.Limits.RangeLength)
            throw state.Limit($"The range from {first} to {last} has more than {state.Limits.RangeLength} items.");
        var count = (int)(last - first) + 1;
        state.ChargeBytes((long)count * BytesOfItem);
        var items = new FluidValue[count];
        for (var i = 0; i < count; i++) items[i] = Values.Of((long)first + i);
        return new ArrayValue(items);
    }
}
