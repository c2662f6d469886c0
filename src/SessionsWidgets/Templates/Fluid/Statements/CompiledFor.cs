namespace SessionsWidgets;

/// <summary><c>for item in list reversed limit: n offset: n … else … endfor</c></summary>
internal sealed class CompiledFor(ForStatement loop, string name, Block body, Block? otherwise, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(loop.Source) + ExpressionCost.Of(loop.Limit) + ExpressionCost.Of(loop.Offset))
{
    // Names that are one object are found faster.
    private readonly string _variable = string.Intern(loop.Identifier);

    public override bool IsBlank { get; } = body.IsBlank && otherwise is null or { IsBlank: true };

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var offset = loop.Offset is PathExpression { Variable: "continue" }
            ? context.Offsets?.GetValueOrDefault(name) ?? 0
            : await IntegerAsync(loop.Offset, "offset", context) ?? 0;
        var limit = await IntegerAsync(loop.Limit, "limit", context);
        var items = LoopItems.Slice(await loop.Source.EvaluateAsync(context), offset, limit, loop.Reversed, context);
        (context.Offsets ??= [])[name] = (int)Math.Min(int.MaxValue, offset + items.Count);
        if (items.Count > 0) return await RunAsync(items, output, context);
        return otherwise is null ? Completion.Normal : await otherwise.RenderAsync(output, context);
    }

    private async ValueTask<Completion> RunAsync(ArraySegment<FluidValue> items, FragmentWriter output, RenderContext context)
    {
        var outerLoop = context.GetValue(LoopValue.Variable);
        var outerItem = context.GetValue(_variable);
        var state = new LoopValue(name, items.Count, outerLoop as LoopValue);
        context.SetValue(LoopValue.Variable, state);
        for (var i = 0; i < items.Count; i++)
        {
            context.State.ChargeSteps(1);
            state.Index = i;
            context.SetValue(_variable, items[i]);
            if (await body.RenderAsync(output, context) == Completion.Break) break;
        }

        context.SetValue(_variable, outerItem);
        context.SetValue(LoopValue.Variable, outerLoop);
        return Completion.Normal;
    }

    private async ValueTask<long?> IntegerAsync(Expression? expression, string what, RenderContext context)
    {
        if (expression is null) return null;
        var value = context.State.ChargeReading(await expression.EvaluateAsync(context));
        if (value.IsNil()) return null;
        if (value is NumberValue or StringValue && value.IsInteger())
            return (long)Math.Clamp(value.ToNumberValue(), int.MinValue, int.MaxValue);
        throw Place.Error(TemplateErrorKind.Value, $"The {what} of the loop is no whole number.");
    }
}

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class CompiledInterrupt(Completion completion, SourceLocation place) : CompiledStatement(place)
{
    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => new(completion);
}
