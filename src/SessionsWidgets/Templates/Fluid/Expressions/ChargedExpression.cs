using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>A side of a comparison or an index, which is charged for by its size, for it is read.</summary>
internal sealed class ChargedExpression(Expression inner) : Expression
{
    public Expression Inner => inner;

    /// <summary>The expression, charged for where its value is known only at render time.</summary>
    [return: NotNullIfNotNull(nameof(expression))]
    public static Expression? Of(Expression? expression) => expression is null or LiteralExpression ? expression : new ChargedExpression(expression);

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var task = inner.EvaluateAsync(context);
        return task.IsCompletedSuccessfully ? new(Charge(task.Result, context)) : Awaited(task, context);
    }

    private static async ValueTask<FluidValue> Awaited(ValueTask<FluidValue> task, TemplateContext context) => Charge(await task, context);

    private static FluidValue Charge(FluidValue value, TemplateContext context) => RenderContext.Of(context).State.ChargeReading(value);
}

/// <summary><c>contains</c>, <c>startswith</c> and <c>endswith</c> of lists and texts, charged for by what has to be read.</summary>
internal sealed class SearchExpression(Expression left, Expression right, Func<FluidValue, FluidValue, bool> test)
    : BinaryExpression(left, right)
{
    public static bool Contains(FluidValue whole, FluidValue part) => !part.IsNil() && whole.Contains(part);

    /// <summary>Fluid's own compares by the machine's language.</summary>
    public static bool StartsWith(FluidValue whole, FluidValue part) => whole is ArrayValue list
        ? list.Values.Count > 0 && list.Values[0].Equals(part)
        : whole.ToStringValue().StartsWith(part.ToStringValue(), StringComparison.Ordinal);

    /// <inheritdoc cref="StartsWith"/>
    public static bool EndsWith(FluidValue whole, FluidValue part) => whole is ArrayValue list
        ? list.Values.Count > 0 && list.Values[^1].Equals(part)
        : whole.ToStringValue().EndsWith(part.ToStringValue(), StringComparison.Ordinal);

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var whole = await Left.EvaluateAsync(context);
        var part = await Right.EvaluateAsync(context);
        RenderContext.Of(context).State.ChargeSteps(ValueSize.OfSearch(whole, part));
        return Values.Of(test(whole, part));
    }
}
