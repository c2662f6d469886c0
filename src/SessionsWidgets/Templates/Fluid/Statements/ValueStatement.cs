namespace SessionsWidgets;

/// <summary>A statement that does something with one value, which is nearly always at hand.</summary>
internal abstract class ValueStatement(Expression value, SourceLocation place) : CompiledStatement(place, ExpressionCost.Of(value))
{
    protected sealed override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var task = value.EvaluateAsync(context);
        if (!task.IsCompletedSuccessfully) return Awaited(task, output, context);
        Use(task.Result, output, context);
        return Normal();
    }

    protected abstract void Use(FluidValue value, FragmentWriter output, RenderContext context);

    private async ValueTask<Completion> Awaited(ValueTask<FluidValue> task, FragmentWriter output, RenderContext context)
    {
        Use(await task, output, context);
        return Completion.Normal;
    }
}

/// <summary><c>{{ value }}</c> and <c>echo</c>: a value, encoded for its place.</summary>
internal sealed class CompiledOutput(Expression value, OutputEncoding escape, SourceLocation place) : ValueStatement(value, place)
{
    protected override void Use(FluidValue value, FragmentWriter output, RenderContext context) =>
        ContextualEncoder.Write(output, value, escape, context.State);
}

/// <summary><c>assign name = value</c></summary>
internal sealed class CompiledAssign(string name, Expression value, SourceLocation place) : ValueStatement(value, place)
{
    public override bool IsBlank => true;

    protected override void Use(FluidValue value, FragmentWriter output, RenderContext context) => context.SetValue(name, value);
}
