namespace SessionsWidgets;

/// <summary>A filter with its input and arguments, which charges for the filter before it runs. Immutable and thread-safe.</summary>
internal sealed class FilterCall(Expression input, string name, Filter filter, IReadOnlyList<FilterArgument> arguments, TemplatePlace place) : Expression
{
    private readonly FilterArguments? _literals = arguments.All(static argument => argument.Expression is LiteralExpression)
        ? arguments.Aggregate(new FilterArguments(), static (all, one) => all.Add(one.Name, ((LiteralExpression)one.Expression).Value))
        : null;

    public string Name => name;

    public Expression Input => input;

    public IReadOnlyList<FilterArgument> Arguments => arguments;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var task = input.EvaluateAsync(context);
        return task.IsCompletedSuccessfully && _literals is not null ? Apply(task.Result, _literals, context) : Awaited(task, context);
    }

    private async ValueTask<FluidValue> Awaited(ValueTask<FluidValue> task, TemplateContext context)
    {
        var value = await task;
        var given = new FilterArguments();
        foreach (var argument in arguments) given.Add(argument.Name, await argument.Expression.EvaluateAsync(context));
        return await Apply(value, given, context);
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
