using System.Runtime.CompilerServices;
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

/// <summary>Two values that are compared, charged for by what has to be read: true or false.</summary>
internal sealed class Comparison(Expression left, Expression right, string name) : BinaryExpression(left, right)
{
    private readonly Func<FluidValue, FluidValue, bool> _test = Tests[name];

    /// <summary>The operators. Fluid's own compare texts by the machine's language in <c>startswith</c> and <c>endswith</c>.</summary>
    public static readonly Dictionary<string, Func<FluidValue, FluidValue, bool>> Tests = new(StringComparer.Ordinal)
    {
        ["=="] = static (left, right) => left.Equals(right),
        ["!="] = static (left, right) => !left.Equals(right),
        ["<>"] = static (left, right) => !left.Equals(right),
        ["<"] = static (left, right) => Order(left, right) < 0,
        [">"] = static (left, right) => Order(left, right) > 0,
        ["<="] = static (left, right) => Order(left, right) <= 0,
        [">="] = static (left, right) => Order(left, right) >= 0,
        ["contains"] = static (whole, part) => !part.IsNil() && whole.Contains(part),
        ["startswith"] = static (whole, part) => whole.ToStringValue().StartsWith(part.ToStringValue(), StringComparison.Ordinal),
        ["endswith"] = static (whole, part) => whole.ToStringValue().EndsWith(part.ToStringValue(), StringComparison.Ordinal),
    };

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var whole = Left.EvaluateAsync(context);
        var part = Right.EvaluateAsync(context);
        return whole.IsCompletedSuccessfully && part.IsCompletedSuccessfully
            ? new(Compare(whole.Result, part.Result, context))
            : Awaited(whole, part, context);
    }

    private async ValueTask<FluidValue> Awaited(ValueTask<FluidValue> whole, ValueTask<FluidValue> part, TemplateContext context) =>
        Compare(await whole, await part, context);

    private FluidValue Compare(FluidValue whole, FluidValue part, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        state.ChargeReading(whole);
        state.ChargeReading(part);
        if (name == "contains") state.ChargeSteps(ValueSize.OfSearch(whole, part));
        return Values.Of(_test(whole, part));
    }

    /// <summary>As Fluid orders values: by the kind of the left one; null where that has no order.</summary>
    private static int? Order(FluidValue left, FluidValue right) => left switch
    {
        _ when left.IsNil() || right.IsNil() => left.IsNil() && right.IsNil() ? 0 : null,
        NumberValue => left.ToNumberValue().CompareTo(right.ToNumberValue()),
        StringValue => string.CompareOrdinal(left.ToStringValue(), right.ToStringValue()),
        _ => null,
    };
}

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
