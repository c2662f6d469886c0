namespace SessionsWidgets;

/// <summary><c>cycle group: a, b, c</c>: the next of the values at each visit.</summary>
/// <remarks><c>key</c>: what cycles without a group that go on together have in common.</remarks>
internal sealed class CompiledCycle(
    Expression? group, string key, IReadOnlyList<Expression> values, OutputEncoding escape, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(group) + (key.Length >> 6))
{
    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var name = group is null ? key : Name(await group.EvaluateAsync(context), context);
        var cycles = context.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        cycles.TryGetValue(name, out var at);
        if (at < values.Count)
        {
            context.State.ChargeSteps(ExpressionCost.Of(values[at]));
            ContextualEncoder.Write(output, await values[at].EvaluateAsync(context), escape, context.State);
        }

        cycles[name] = at + 1 < values.Count ? at + 1 : 0;
        return Completion.Normal;
    }

    private static string Name(FluidValue group, RenderContext context)
    {
        var text = ValueText.Of(group);
        context.State.ChargeBytes(64 + (4L * text.Length));
        return $"{group.Type}={text}";
    }
}
