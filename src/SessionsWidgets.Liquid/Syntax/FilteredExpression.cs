namespace SessionsWidgets.Liquid;

/// <summary>A value and the filters that it passes through, in order.</summary>
internal sealed class FilteredExpression(Expression source, FilterCall[] filters) : Expression
{
    public Expression Source => source;

    public IReadOnlyList<FilterCall> Filters => filters;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        source.Evaluate(context, out value);
        foreach (var filter in filters) value = filter.Apply(value, context);
    }

    public override Expression Inline(Inliner inliner) =>
        new FilteredExpression(source.Inline(inliner), Array.ConvertAll(filters, filter => filter.Inline(inliner)));

    public override void Write(LiquidRenderContext context, EscapeKind escape)
    {
        source.Evaluate(context, out var value);
        var last = filters.Length - 1;
        for (var i = 0; i < last; i++) value = filters[i].Apply(value, context);
        filters[last].Write(value, context, escape);
    }
}

/// <summary>One use of a filter.</summary>
internal sealed class FilterCall(ILiquidFilter filter, Expression[] arguments, string[] names, int position)
{
    /// <summary>Calls through an interface that many types implement cost more than calls of a delegate. A text filter is seldom applied: it has none.</summary>
    private readonly FilterFunction? _apply = filter switch
    {
        StandardFilter standard => standard.Function,
        ILiquidTextFilter => null,
        _ => filter.Apply,
    };

    private readonly TextFilterFunction? _append = filter is ILiquidTextFilter text ? text.TryAppend : null;

    /// <summary>The arguments, when all of them stand in the template.</summary>
    private readonly LiquidValue[]? _constants = ArgumentList.Constants(arguments);

    public ILiquidFilter Filter => filter;

    public FilterCall Inline(Inliner inliner) =>
        new(filter, Array.ConvertAll(arguments, argument => argument.Inline(inliner)), names, inliner.At(position));

    public LiquidValue Apply(in LiquidValue input, LiquidRenderContext context) =>
        _apply is null ? filter.Apply(input, Arguments(context), context) : _apply(input, Arguments(context), context);

    /// <summary>Applies the filter and writes the result to the output.</summary>
    public void Write(in LiquidValue input, LiquidRenderContext context, EscapeKind escape)
    {
        if (_append is null || escape is not (EscapeKind.Html or EscapeKind.Attribute)) ValueWriter.Write(context, Apply(input, context), escape);
        else _append(input, Arguments(context), context, LiquidTextBuilder.ToOutput(context));
    }

    private LiquidArguments Arguments(LiquidRenderContext context)
    {
        context.Step();
        var values = _constants is not null ? _constants : ArgumentList.Evaluate(arguments, context);
        context.Position = position;
        return new LiquidArguments(values, names);
    }
}

/// <summary>Evaluates arguments into the render's own array; they are expressions without filters, so no call is within another.</summary>
internal static class ArgumentList
{
    public static LiquidValue[]? Constants(Expression[] arguments) =>
        Array.TrueForAll(arguments, static argument => argument is LiteralExpression)
            ? Array.ConvertAll(arguments, static argument => ((LiteralExpression)argument).Value)
            : null;

    public static ReadOnlySpan<LiquidValue> Evaluate(Expression[] arguments, LiquidRenderContext context)
    {
        var values = context.Arguments(arguments.Length);
        for (var i = 0; i < arguments.Length; i++) arguments[i].Evaluate(context, out values[i]);
        return values.AsSpan(0, arguments.Length);
    }
}
