namespace SessionsWidgets;

/// <summary><c>render 'name', argument: value</c>: a partial that sees its arguments and nothing else.</summary>
internal sealed class CompiledRender(CompiledPartial partial, PartialCall call, SourceLocation place)
    : CompiledStatement(place, call.Weight)
{
    private const string LoopVariable = "forloop";

    private readonly string[] _names = [.. call.Arguments.Select(static argument => argument.Name), call.ValueName, LoopVariable];

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var value = call.Value is null ? null : await call.Value.EvaluateAsync(context);
        var items = call.IsForEach && value!.Type is FluidValues.Array or FluidValues.Dictionary ? LoopItems.Of(value, context) : null;
        var loop = items is null ? null : new LoopValue(partial.Name, items.Length, parent: null) { IsParent = false };
        context.State.EnterPartial();
        var inner = Borrow(context);
        for (var i = 0; i < (items?.Length ?? 1); i++)
        {
            if (loop is not null)
            {
                context.State.ChargeSteps(1);
                loop.Index = i;
                inner.SetValue(LoopVariable, loop);
                value = items![i];
            }

            context.State.ChargeSteps(partial.Names.Length);
            if (call.Value is not null) inner.SetValue(call.ValueName, UndefinedValue.Instance);
            foreach (var (name, argument) in call.Arguments) inner.SetValue(name, await argument.EvaluateAsync(context));
            if (value?.IsNil() == false) inner.SetValue(call.ValueName, value);
            await partial.Body.RenderAsync(output, inner);
            inner.Reset(partial.Names);
        }

        inner.IsBusy = false;
        context.State.LeavePartial();
        return Completion.Normal;
    }

    /// <summary>The context of this call, kept for the next; one that a partial further out uses is not at hand.</summary>
    private RenderContext Borrow(RenderContext context)
    {
        var kept = context.State.Kept;
        if (!kept.TryGetValue(this, out var inner) || inner.IsBusy || partial.SetsUnknownNames)
            kept[this] = inner = new RenderContext(context, _names);
        inner.IsBusy = true;
        inner.TimeZone = context.TimeZone;
        return inner;
    }
}
