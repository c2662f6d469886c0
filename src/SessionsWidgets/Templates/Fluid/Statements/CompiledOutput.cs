namespace SessionsWidgets;

/// <summary><c>{{ value }}</c> and <c>echo</c>: a value, encoded for its place.</summary>
internal sealed class CompiledOutput(Expression value, OutputEncoding escape, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(value))
{
    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var task = value.EvaluateAsync(context);
        if (!task.IsCompletedSuccessfully) return Awaited(task, output, context);
        ContextualEncoder.Write(output, task.Result, escape, context.State);
        return Normal();
    }

    private async ValueTask<Completion> Awaited(ValueTask<FluidValue> task, FragmentWriter output, RenderContext context)
    {
        ContextualEncoder.Write(output, await task, escape, context.State);
        return Completion.Normal;
    }
}
