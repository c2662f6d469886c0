namespace SessionsWidgets;

/// <summary>A filter with its input and arguments, which charges for the filter before it runs. Immutable and thread-safe.</summary>
internal sealed class FilterCall(FilterExpression use, Filter filter, SourceLocation place) : Expression
{
    private readonly FilterArguments? _literals = use.Parameters.All(static argument => argument.Expression is LiteralExpression)
        ? use.Parameters.Aggregate(new FilterArguments(), static (all, one) => all.Add(one.Name, ((LiteralExpression)one.Expression).Value))
        : null;

    public FilterExpression Use => use;

    public SourceLocation Place => place;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var input = use.Input.EvaluateAsync(context);
        return input.IsCompletedSuccessfully && _literals is not null
            ? Apply(input.Result, _literals, context)
            : ApplyAsync(input, context);
    }

    private async ValueTask<FluidValue> ApplyAsync(ValueTask<FluidValue> input, TemplateContext context)
    {
        var value = await input;
        var given = new FilterArguments();
        foreach (var argument in use.Parameters) given.Add(argument.Name, await argument.Expression.EvaluateAsync(context));
        return await Apply(value, given, context);
    }

    private ValueTask<FluidValue> Apply(FluidValue value, FilterArguments given, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        state.Place = place;
        state.ChargeSteps(1);
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
        PathExpression path => path.Segments.Sum(static part => part is IndexerSegment index ? 1 + Of(index.Expression) : 1),
        FilterCall { Use: var use } => 1 + Of(use.Input) + use.Parameters.Sum(static argument => 1 + Of(argument.Expression)),
        BinaryExpression binary => 1 + Of(binary.Left) + Of(binary.Right),
        MeteredExpression charged => Of(charged.Inner),
        BoundedRangeExpression { Range: var range } => 1 + Of(range.From) + Of(range.To),
        _ => 1,
    };
}
