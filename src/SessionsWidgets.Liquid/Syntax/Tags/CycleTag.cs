namespace SessionsWidgets.Liquid;

/// <summary><c>cycle group: a, b, c</c>: the next of the values at each visit.</summary>
internal sealed class CycleTag(Expression? group, string key, Expression[] values, EscapeKind escape, int position) : Tag
{
    public static Node Parse(TemplateParser parser, List<Node> nodes, in Markup tag)
    {
        var expressions = parser.Expressions(tag);
        var start = expressions.Current.Start;
        var first = expressions.Value();
        Expression? group = null;
        var values = new List<Expression>(3);
        if (expressions.TryTake(TokenKind.Colon))
        {
            group = first;
            start = expressions.Current.Start;
        }
        else
        {
            values.Add(first);
            if (!expressions.AtEnd) expressions.Expect(TokenKind.Comma, "','");
        }

        while (!expressions.AtEnd)
        {
            values.Add(expressions.Value());
            if (!expressions.TryTake(TokenKind.Comma)) break;
        }

        expressions.ExpectEnd();
        return new CycleTag(group, Key(parser, values, start, tag), [.. values], parser.OutputEscape(tag.Start), tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        var name = group is null ? key : "=" + context.TextOf(group.Evaluate(context));
        var cycles = context.Frame.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        cycles.TryGetValue(name, out var at);
        if (at < values.Length) ValueWriter.Write(context, values[at].Evaluate(context), escape);
        cycles[name] = at + 1 < values.Length ? at + 1 : 0;
    }

    /// <summary>Cycles of the same literals go on together; with a variable among the values each goes alone.</summary>
    private static string Key(TemplateParser parser, List<Expression> values, int start, in Markup tag)
    {
        if (!values.TrueForAll(static value => value is LiteralExpression)) return parser.Intern($"{parser.Source.Name}@{start}");
        return parser.Intern(string.Join(',', values.Select(static value =>
        {
            var literal = ((LiteralExpression)value).Value;
            return literal.IsText ? $"\"{literal.String}\"" : TextOf.Text(literal);
        })));
    }
}
