namespace SessionsWidgets;

/// <summary>A range of a bounded length, which is charged for before it is made.</summary>
internal sealed class BoundedRangeExpression(RangeExpression range) : Expression
{
    private const int BytesOfItem = 40;

    public RangeExpression Range => range;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        var first = decimal.Truncate(state.ChargeReading(await range.From.EvaluateAsync(context)).ToNumberValue());
        var last = decimal.Truncate(state.ChargeReading(await range.To.EvaluateAsync(context)).ToNumberValue());
        if (last < first) return ArrayValue.Empty;
        if (last - first >= state.Limits.RangeLength)
            throw state.Limit($"The range from {first} to {last} has more than {state.Limits.RangeLength} items.");
        var count = (int)(last - first) + 1;
        state.ChargeBytes((long)count * BytesOfItem);
        var items = new FluidValue[count];
        for (var i = 0; i < count; i++) items[i] = Values.Of((long)first + i);
        return new ArrayValue(items);
    }
}
