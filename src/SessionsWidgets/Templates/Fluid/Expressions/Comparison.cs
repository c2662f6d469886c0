namespace SessionsWidgets;

/// <summary>Two values that are compared, charged for by what has to be read: true or false.</summary>
internal sealed class Comparison(Expression left, Expression right, string name) : BinaryExpression(left, right)
{
    private readonly Func<FluidValue, FluidValue, bool> _test = Tests[name];

    /// <summary>The operators. Fluid's own compare texts by the machine's language in <c>startswith</c> and <c>endswith</c>.</summary>
    public static readonly Dictionary<string, Func<FluidValue, FluidValue, bool>> Tests = new(StringComparer.Ordinal)
    {
        ["=="] = static (left, right) => left.Equals(right),
        ["!="] = static (left, right) => !left.Equals(right),
        ["<>"] = static (left, right) => !left.Equals(right),
        ["<"] = static (left, right) => Order(left, right) < 0,
        [">"] = static (left, right) => Order(left, right) > 0,
        ["<="] = static (left, right) => Order(left, right) <= 0,
        [">="] = static (left, right) => Order(left, right) >= 0,
        ["contains"] = static (whole, part) => !part.IsNil() && whole.Contains(part),
        ["startswith"] = static (whole, part) => whole.ToStringValue().StartsWith(part.ToStringValue(), StringComparison.Ordinal),
        ["endswith"] = static (whole, part) => whole.ToStringValue().EndsWith(part.ToStringValue(), StringComparison.Ordinal),
    };

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        var whole = state.ChargeReading(await Left.EvaluateAsync(context));
        var part = state.ChargeReading(await Right.EvaluateAsync(context));
        if (name == "contains") state.ChargeSteps(ValueSize.OfSearch(whole, part));
        return Values.Of(_test(whole, part));
    }

    /// <summary>As Fluid orders values: by the kind of the left one; null where that has no order.</summary>
    private static int? Order(FluidValue left, FluidValue right) => left switch
    {
        _ when left.IsNil() || right.IsNil() => left.IsNil() && right.IsNil() ? 0 : null,
        NumberValue => left.ToNumberValue().CompareTo(right.ToNumberValue()),
        StringValue => string.CompareOrdinal(left.ToStringValue(), right.ToStringValue()),
        _ => null,
    };
}
