namespace SessionsWidgets.Liquid;

/// <summary>A value and the filters that it passes through, in order.</summary>
internal sealed class FilteredExpression(Expression source, FilterCall[] filters) : Expression
{
    public Expression Source => source;

    public IReadOnlyList<FilterCall> Filters => filters;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        source.Evaluate(context, out var current);
        foreach (var filter in filters) current = filter.Apply(current, context);
        value = current;
    }

    public override void Write(LiquidRenderContext context, EscapeKind escape)
    {
        source.Evaluate(context, out var current);
        foreach (var filter in filters) current = filter.Apply(current, context);
        ValueWriter.Write(context, current, escape);
    }
}

/// <summary>One use of a filter.</summary>
internal sealed class FilterCall(ILiquidFilter filter, Expression[] arguments, string[] names, int position)
{
    public ILiquidFilter Filter => filter;

    public int Position => position;

    public LiquidValue Apply(in LiquidValue input, LiquidRenderContext context)
    {
        context.Step();
        var values = ArgumentList.Evaluate(arguments, context);
        context.Position = position;
        return filter.Apply(input, new LiquidArguments(values, names), context);
    }
}

/// <summary>Evaluates arguments into the render's own array; they are expressions without filters, so no call is within another.</summary>
internal static class ArgumentList
{
    public static ReadOnlySpan<LiquidValue> Evaluate(Expression[] arguments, LiquidRenderContext context)
    {
        if (arguments.Length == 0) return default;
        var values = context.Arguments(arguments.Length);
        for (var i = 0; i < arguments.Length; i++) arguments[i].Evaluate(context, out values[i]);
        return values.AsSpan(0, arguments.Length);
    }
}
