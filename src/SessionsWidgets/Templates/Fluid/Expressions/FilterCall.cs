namespace SessionsWidgets;

/// <summary>A filter with its input and arguments, which charges for the filter before it runs. Immutable and thread-safe.</summary>
internal sealed class FilterCall(FilterExpression use, Filter filter, SourceLocation place) : Expression
{
    private readonly FilterArguments? _literals = use.Parameters.All(static argument => argument.Expression is LiteralExpression)
        ? use.Parameters.Aggregate(new FilterArguments(), static (all, one) => all.Add(one.Name, ((LiteralExpression)one.Expression).Value))
        : null;

    public FilterExpression Use => use;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var input = use.Input.EvaluateAsync(context);
        if (!input.IsCompletedSuccessfully) return AwaitedAsync(input, context);
        return _literals is not null
            ? Apply(input.Result, _literals, context)
            : ApplyAsync(input.Result, new FilterArguments(), 0, context);
    }

    private async ValueTask<FluidValue> AwaitedAsync(ValueTask<FluidValue> input, TemplateContext context) =>
        await ApplyAsync(await input, new FilterArguments(), 0, context);

    /// <summary>Evaluates the arguments from one on, then applies the filter.</summary>
    private ValueTask<FluidValue> ApplyAsync(FluidValue value, FilterArguments given, int next, TemplateContext context)
    {
        for (; next < use.Parameters.Count; next++)
        {
            var argument = use.Parameters[next].Expression.EvaluateAsync(context);
            if (!argument.IsCompletedSuccessfully) return AwaitedAsync(argument, value, given, next, context);
            given.Add(use.Parameters[next].Name, argument.Result);
        }

        return Apply(value, given, context);
    }

    private async ValueTask<FluidValue> AwaitedAsync(
        ValueTask<FluidValue> argument, FluidValue value, FilterArguments given, int index, TemplateContext context)
    {
        given.Add(use.Parameters[index].Name, await argument);
        return await ApplyAsync(value, given, index + 1, context);
    }

    private ValueTask<FluidValue> Apply(FluidValue value, FilterArguments given, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        state.Begin(place, 0);
        state.ChargeBytes(FilterCost.OfCopy(value, given));
        if (filter.Cost is { } more)
        {
            var cost = more(value, given);
            state.ChargeBytes(cost.Bytes);
            state.ChargeSteps(cost.Steps);
        }

        if (filter.SeesOriginal && value is StringValue) value = new StringValue(EscapedText.Decode(value.ToStringValue(), isHtml: false));
        if (!filter.SeesHtml && value.IsHtml()) value = new StringValue(value.ToStringValue());
        return filter.Apply(value, given, context);
    }
}

/// <summary>How many parts an expression has: how many steps it takes at most to evaluate it, its filters' own work apart.</summary>
internal static class ExpressionCost
{
    public static int Of(Expression? expression) => expression switch
    {
        null => 0,
        LiteralExpression literal => (int)(ValueSize.Of(literal.Value) >> 6),
        MemberExpression path => path.Segments.Sum(static part => part is IndexerSegment index ? 1 + Of(index.Expression) : 1) - 1,
        FilterCall { Use: var use } => 1 + Of(use.Input) + use.Parameters.Sum(static argument => 1 + Of(argument.Expression)),
        BinaryExpression binary => 1 + Of(binary.Left) + Of(binary.Right),
        MeteredExpression charged => Of(charged.Inner),
        BoundedRangeExpression { Range: var range } => 1 + Of(range.From) + Of(range.To),
        _ => 1,
    };
}
