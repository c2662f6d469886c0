using Fluid.Ast;
using Fluid.Values;

namespace SessionsWidgets;

/// <summary><c>render 'name', argument: value</c>: a partial that sees its arguments and nothing else.</summary>
internal sealed class RenderPartialStatement(CompiledPartial partial, PartialCall call, TemplatePlace place) : PlacedStatement(place, call.Weight)
{
    private const string LoopVariable = "forloop";

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var state = context.State;
        var arguments = new FluidValue[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = await call.Arguments[i].Value.EvaluateAsync(context);
        var value = call.Value is null ? null : await call.Value.EvaluateAsync(context);

        state.EnterPartial();
        var inner = Borrow(context);
        if (call.IsForEach && value!.Type is FluidValues.Array or FluidValues.Dictionary) await RunAsync(LoopItems.Of(value, context), arguments, output, inner);
        else await RenderOneAsync(value, arguments, output, inner);
        inner.IsBusy = false;
        state.LeavePartial();
        return Completion.Normal;
    }

    private async ValueTask RunAsync(FluidValue[] items, FluidValue[] arguments, FragmentWriter output, RenderContext inner)
    {
        var loop = new LoopValue(partial.Name, items.Length, parent: null) { IsParent = false };
        for (var i = 0; i < items.Length; i++)
        {
            inner.State.ChargeSteps(1);
            loop.Index = i;
            inner.SetValue(LoopVariable, loop);
            await RenderOneAsync(items[i], arguments, output, inner);
        }
    }

    private async ValueTask RenderOneAsync(FluidValue? value, FluidValue[] arguments, FragmentWriter output, RenderContext inner)
    {
        for (var i = 0; i < arguments.Length; i++) inner.SetValue(call.Arguments[i].Name, arguments[i]);
        if (value?.IsNil() == false) inner.SetValue(call.ValueName, value);
        await partial.Body.RenderAsync(output, inner);
        inner.Reset(partial.Names);
    }

    /// <summary>The context of this call, kept for the next; one that a partial further out uses is not at hand.</summary>
    private RenderContext Borrow(RenderContext context)
    {
        var kept = context.State.Kept;
        if (!kept.TryGetValue(this, out var inner) || inner.IsBusy || partial.SetsUnknownNames) kept[this] = inner = new RenderContext(context);
        inner.IsBusy = true;
        return inner;
    }
}
