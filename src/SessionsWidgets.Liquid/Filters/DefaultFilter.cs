namespace SessionsWidgets.Liquid;

/// <summary><c>default: value, allow_false: bool</c>: another value for nil, false and what is empty.</summary>
internal static class DefaultFilter
{
    public static LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        // Without a positional argument the named ones are the default, together, as in Ruby.
        var allowFalse = arguments.Count > 0 && arguments.TryGet("allow_false", out var allowed) && allowed.IsTruthy;
        var isMissing = allowFalse ? input.IsNil : !input.IsTruthy;
        if (!isMissing && !IsEmpty(input)) return input;
        if (arguments.Count > 0) return arguments[0];
        return arguments.NamedCount > 0 ? Named(arguments, context) : LiquidValue.EmptyText;
    }

    private static LiquidValue Named(in LiquidArguments arguments, LiquidRenderContext context)
    {
        context.Charge(100L * arguments.NamedCount);
        var map = new Dictionary<string, LiquidValue>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.NamedCount; i++) map[arguments.NameAt(i)] = arguments.NamedAt(i);
        return LiquidValue.FromMap(map);
    }

    private static bool IsEmpty(in LiquidValue value) => value.Kind switch
    {
        ValueKind.String => value.String.Length == 0,
        ValueKind.Utf8 => value.Utf8.Length == 0,
        ValueKind.List => value.ListShape.Count(value) == 0,
        ValueKind.Map => value.MapShape.Count(value) == 0,
        _ => false,
    };
}
