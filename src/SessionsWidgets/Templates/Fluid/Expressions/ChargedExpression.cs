using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

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

/// <summary><c>list contains item</c> and <c>text contains part</c>, charged for by what has to be read.</summary>
internal sealed class ContainsExpression(Expression left, Expression right) : BinaryExpression(left, right)
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var whole = await Left.EvaluateAsync(context);
        var part = await Right.EvaluateAsync(context);
        RenderContext.Of(context).State.ChargeSteps(ValueSize.OfSearch(whole, part));
        return Values.Of(whole.Contains(part));
    }
}
