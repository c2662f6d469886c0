namespace SessionsWidgets.Liquid;

/// <summary>Where a loop begins and how many items it takes.</summary>
internal sealed class LoopOptions
{
    private Expression? _limit;
    private Expression? _offset;

    public bool Reversed { get; init; }

    /// <summary>Whether this loop goes on where the last of its name ended.</summary>
    public bool IsContinue { get; private set; }

    public LoopOptions With(bool isLimit, ref ExpressionParser expressions)
    {
        if (!isLimit && expressions.IsName("continue"))
        {
            expressions.Take();
            IsContinue = true;
            return this;
        }

        if (isLimit) _limit = expressions.Value();
        else _offset = expressions.Value();
        return this;
    }

    public long Offset(string name, LiquidRenderContext context)
    {
        if (IsContinue) return context.GetOffset(name);
        var value = _offset?.Evaluate(context) ?? default;
        return value.IsNil ? 0 : Numbers.ToInteger(value, context);
    }

    public long? Limit(LiquidRenderContext context)
    {
        var value = _limit?.Evaluate(context) ?? default;
        return value.IsNil ? null : Numbers.ToInteger(value, context);
    }
}
