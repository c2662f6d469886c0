using Fluid;
using Fluid.Ast;
using Fluid.Values;

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
        return _literals is not null && task.IsCompletedSuccessfully ? Apply(task.Result, _literals, context) : ApplyAsync(task, context);
    }

    private async ValueTask<FluidValue> ApplyAsync(ValueTask<FluidValue> task, TemplateContext context)
    {
        var given = _literals ?? new FilterArguments();
        if (_literals is null)
        {
            foreach (var argument in arguments) given.Add(argument.Name, await argument.Expression.EvaluateAsync(context));
        }

        return await Apply(await task, given, context);
    }

    private ValueTask<FluidValue> Apply(FluidValue value, FilterArguments given, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        var cost = filter.Cost(value, given);
        state.Begin(place, 0);
        state.ChargeBytes(cost.Bytes);
        state.ChargeSteps(cost.Steps);
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
