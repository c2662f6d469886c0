namespace SessionsWidgets;

/// <summary><c>cycle group: a, b, c</c>: the next of the values at each visit.</summary>
/// <remarks><c>key</c>: what cycles without a group that go on together have in common.</remarks>
internal sealed class CompiledCycle(
    Expression? group, string key, IReadOnlyList<Expression> values, OutputEncoding escape, SourceLocation place)
    : CompiledStatement(place, ExpressionCost.Of(group) + (key.Length >> 6))
{
    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var name = key;
        if (group is not null)
        {
            var value = await group.EvaluateAsync(context);
            name = $"{value.Type}={ValueText.Of(value)}";
            context.State.ChargeBytes(64 + (4L * name.Length));
        }

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
}
