namespace SessionsWidgets;

/// <summary>How many parts an expression has, which is how many steps it takes at most to evaluate it, its filters' own work apart.</summary>
internal static class ExpressionWeight
{
    public static int Of(Expression? expression) => expression switch
    {
        null => 0,
        LiteralExpression literal => (int)(ValueSize.Of(literal.Value) >> 6),
        MemberExpression path => path.Segments.Sum(static segment => segment is IndexerSegment index ? 1 + Of(index.Expression) : 1) - 1,
        FilterCall filter => 1 + Of(filter.Input) + filter.Arguments.Sum(static argument => 1 + Of(argument.Expression)),
        BinaryExpression binary => 1 + Of(binary.Left) + Of(binary.Right),
        ChargedExpression charged => Of(charged.Inner),
        BoundedRangeExpression range => 1 + Of(range.From) + Of(range.To),
        _ => 1,
    };
}
