namespace SessionsWidgets;

/// <summary><c>assign name = value</c></summary>
internal sealed class CompiledAssign(string name, Expression value, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(value))
{
    public override bool IsBlank => true;

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var task = value.EvaluateAsync(context);
        if (!task.IsCompletedSuccessfully) return Awaited(task, context);
        context.SetValue(name, task.Result);
        return Normal();
    }

    private async ValueTask<Completion> Awaited(ValueTask<FluidValue> task, RenderContext context)
    {
        context.SetValue(name, await task);
        return Completion.Normal;
    }
}
