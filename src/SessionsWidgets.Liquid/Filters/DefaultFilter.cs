namespace SessionsWidgets.Liquid;

/// <summary><c>default: value, allow_false: bool</c>: another value for nil, false and what is empty.</summary>
internal static class DefaultFilter
{
    public static LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var allowFalse = arguments.TryGet("allow_false", out var allowed) && allowed.IsTruthy;
        var isMissing = allowFalse ? input.IsNil : !input.IsTruthy;
        if (!isMissing && !IsEmpty(input)) return input;
        return arguments.Count > 0 ? arguments[0] : LiquidValue.EmptyText;
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
