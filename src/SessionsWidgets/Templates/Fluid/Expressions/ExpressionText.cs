namespace SessionsWidgets;

/// <summary>Expressions as they are written, for names and messages.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression switch
    {
        LiteralExpression { Value: StringValue text } => $"'{text.ToStringValue()}'",
        LiteralExpression literal => ValueText.Of(literal.Value),
        MemberExpression path => string.Concat(path.Segments.Select(static (segment, index) => Of(segment, isFirst: index == 0))),
        ChargedExpression charged => Of(charged.Inner),
        BoundedRangeExpression range => $"({Of(range.From)}..{Of(range.To)})",
        _ => "",
    };

    private static string Of(MemberSegment segment, bool isFirst) => segment switch
    {
        IdentifierSegment name => isFirst ? name.Identifier : "." + name.Identifier,
        IndexerSegment index => $"[{Of(index.Expression)}]",
        _ => "",
    };
}

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
        Condition condition => Of(condition.Conditions),
        ChargedExpression charged => Of(charged.Inner),
        BoundedRangeExpression range => 1 + Of(range.From) + Of(range.To),
        _ => 1,
    };
}
