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
