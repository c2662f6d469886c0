namespace SessionsWidgets;

/// <summary>A variable, or else a member of the model, and the members that are read of it.</summary>
/// <remarks><c>offset</c>: where it stands in its template.</remarks>
internal sealed class PathExpression(string name, MemberSegment[] segments, int offset = 0) : Expression
{
    public string Name => name;

    public int Offset => offset;

    public string? Variable => segments.Length == 0 ? name : null;

    public IReadOnlyList<MemberSegment> Segments => segments;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var first = RenderContext.Of(context).ReadAsync(name);
        if (!first.IsCompletedSuccessfully) return Awaited(first, 0, context);
        var value = first.Result;
        for (var i = 0; i < segments.Length; i++)
        {
            if (value.IsNil()) return new(value);
            var task = segments[i].ResolveAsync(value, context);
            if (!task.IsCompletedSuccessfully) return Awaited(task, i + 1, context);
            value = task.Result;
        }

        return new(value);
    }

    private async ValueTask<FluidValue> Awaited(ValueTask<FluidValue> task, int next, TemplateContext context)
    {
        var value = await task;
        for (; next < segments.Length && !value.IsNil(); next++) value = await segments[next].ResolveAsync(value, context);
        return value;
    }
}
