namespace SessionsWidgets;

/// <summary>A filter with its input and arguments, which charges for the filter before it runs. Immutable and thread-safe.</summary>
internal sealed class FilterCall(Expression input, string name, Filter filter, IReadOnlyList<FilterArgument> arguments, TemplatePlace place) : Expression
{
    private readonly FilterArguments? _literals = LiteralsOf(arguments);

    public string Name => name;

    public Expression Input => input;

    public IReadOnlyList<FilterArgument> Arguments => arguments;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var task = input.EvaluateAsync(context);
        if (!task.IsCompletedSuccessfully) return AwaitInputAsync(task, context);
        return _literals is not null ? Apply(task.Result, _literals, context) : ApplyFromAsync(0, new FilterArguments(), task.Result, context);
    }

    private async ValueTask<FluidValue> AwaitInputAsync(ValueTask<FluidValue> task, TemplateContext context) =>
        await ApplyFromAsync(0, new FilterArguments(), await task, context);

    /// <summary>Evaluates the arguments from one on, then applies the filter.</summary>
    private ValueTask<FluidValue> ApplyFromAsync(int index, FilterArguments given, FluidValue value, TemplateContext context)
    {
        for (; index < arguments.Count; index++)
        {
            var task = arguments[index].Expression.EvaluateAsync(context);
            if (!task.IsCompletedSuccessfully) return AwaitArgumentAsync(task, index, given, value, context);
            given.Add(arguments[index].Name, task.Result);
        }

        return Apply(value, given, context);
    }

    private async ValueTask<FluidValue> AwaitArgumentAsync(
        ValueTask<FluidValue> task, int index, FilterArguments given, FluidValue value, TemplateContext context)
    {
        given.Add(arguments[index].Name, await task);
        return await ApplyFromAsync(index + 1, given, value, context);
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

    private static FilterArguments? LiteralsOf(IReadOnlyList<FilterArgument> arguments)
    {
        var literals = new FilterArguments();
        foreach (var argument in arguments)
        {
            if (argument.Expression is not LiteralExpression literal) return null;
            literals.Add(argument.Name, literal.Value);
        }

        return literals;
    }
}
