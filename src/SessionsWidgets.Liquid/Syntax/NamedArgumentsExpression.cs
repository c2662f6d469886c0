namespace SessionsWidgets.Liquid;

/// <summary>Named arguments given to what takes none: one map of them.</summary>
internal sealed class NamedArgumentsExpression(Expression[] values, string[] names) : Expression
{
    public static Expression[] Fold(Expression[] arguments, string[] names)
    {
        var positional = arguments.Length - names.Length;
        return [.. arguments[..positional], new NamedArgumentsExpression(arguments[positional..], names)];
    }

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        context.Charge(100L * names.Length);
        var map = new Dictionary<string, LiquidValue>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++) map[names[i]] = values[i].Evaluate(context);
        value = LiquidValue.FromMap(map);
    }
}
