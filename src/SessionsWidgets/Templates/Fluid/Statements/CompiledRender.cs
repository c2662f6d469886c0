namespace SessionsWidgets;

/// <summary><c>render 'name', argument: value</c>: a partial that sees its arguments and nothing else.</summary>
internal sealed class CompiledRender(CompiledPartial partial, PartialCall call, SourceLocation place)
    : CompiledStatement(place, call.Weight)
{
    private readonly string[] _names = [.. call.Arguments.Select(static argument => argument.Name), call.ValueName, LoopValue.Variable];

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        if (call.Value is not null) return RenderWithAsync(call.Value, output, context);
        var inner = Enter(context);
        var task = RenderOneAsync(null, 0, output, context, inner);
        return task.IsCompletedSuccessfully ? new(Leave(inner)) : Awaited(task, inner);
    }

    private async ValueTask<Completion> Awaited(ValueTask<Completion> task, RenderContext inner)
    {
        await task;
        return Leave(inner);
    }

    private async ValueTask<Completion> RenderWithAsync(Expression with, FragmentWriter output, RenderContext context)
    {
        var value = await with.EvaluateAsync(context);
        var isEach = call.IsForEach && value.Type is FluidValues.Array or FluidValues.Dictionary;
        var items = isEach ? LoopItems.Of(value, context) : [value];
        var loop = new LoopValue(partial.Name, items.Length, parent: null) { IsParent = false };
        var inner = Enter(context);
        for (; loop.Index < items.Length; loop.Index++)
        {
            context.State.ChargeSteps(1);
            inner.Reset(partial.Names);
            inner.SetValue(LoopValue.Variable, isEach ? loop : UndefinedValue.Instance);
            inner.SetValue(call.ValueName, UndefinedValue.Instance);
            await RenderOneAsync(items[loop.Index], 0, output, context, inner);
        }

        return Leave(inner);
    }

    /// <summary>Renders the partial, once it has its arguments, from one on, and its value.</summary>
    private ValueTask<Completion> RenderOneAsync(
        FluidValue? value, int next, FragmentWriter output, RenderContext context, RenderContext inner)
    {
        for (; next < call.Arguments.Length; next++)
        {
            var task = call.Arguments[next].Value.EvaluateAsync(context);
            if (!task.IsCompletedSuccessfully) return AwaitedArgument(task, value, next, output, context, inner);
            inner.SetValue(call.Arguments[next].Name, task.Result);
        }

        context.State.ChargeSteps(partial.Names.Length);
        if (value?.IsNil() == false) inner.SetValue(call.ValueName, value);
        return partial.Body.RenderAsync(output, inner);
    }

    private async ValueTask<Completion> AwaitedArgument(
        ValueTask<FluidValue> task, FluidValue? value, int index, FragmentWriter output, RenderContext context, RenderContext inner)
    {
        inner.SetValue(call.Arguments[index].Name, await task);
        return await RenderOneAsync(value, index + 1, output, context, inner);
    }

    /// <summary>The context of this call, kept for the next; one that a partial further out uses is not at hand.</summary>
    private RenderContext Enter(RenderContext context)
    {
        context.State.EnterPartial();
        var kept = context.State.Kept;
        if (!kept.TryGetValue(this, out var inner) || inner.IsBusy || partial.SetsUnknownNames)
            kept[this] = inner = new RenderContext(context, _names);
        inner.IsBusy = true;
        inner.TimeZone = context.TimeZone;
        return inner;
    }

    private Completion Leave(RenderContext inner)
    {
        inner.Reset(partial.Names);
        inner.IsBusy = false;
        inner.State.LeavePartial();
        return Completion.Normal;
    }
}
