using System.Security.Cryptography;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary><c>cycle group: a, b, c</c>: the next of the values at each visit.</summary>
internal sealed class CycleTag(Expression? group, string key, Expression[] values, EscapeKind escape, int position) : Tag
{
    private const int LongestKey = 64;

    public static Node Parse(TemplateParser parser, in Markup tag)
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
            SkipToNext(ref expressions);
        }

        while (!expressions.AtEnd)
        {
            values.Add(expressions.Value());
            SkipToNext(ref expressions);
        }

        return new CycleTag(group, Key(parser, values, start, tag), [.. values], parser.OutputEscape(tag.Start), tag.Start);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        var name = group is null ? key : GroupKey(group.Evaluate(context), context);
        var cycles = context.Frame.Cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        cycles.TryGetValue(name, out var at);
        if (at < values.Length) ValueWriter.Write(context, values[at].Evaluate(context), escape);
        cycles[name] = at + 1 < values.Length ? at + 1 : 0;
    }

    /// <summary>Goes on after the next comma. Liquid has never parsed these strictly: what is not understood is passed over.</summary>
    private static void SkipToNext(ref ExpressionParser expressions)
    {
        while (!expressions.AtEnd && !expressions.Is(TokenKind.Comma)) expressions.Take();
        while (expressions.TryTake(TokenKind.Comma))
        {
        }
    }

    /// <summary>Groups are equal when their values are of one kind and the same.</summary>
    private static string GroupKey(in LiquidValue group, LiquidRenderContext context)
    {
        var text = context.TextOf(group);
        context.Charge(64 + (4L * text.Length));
        return $"{(group.IsText ? ValueKind.String : group.Kind)}={text}";
    }

    /// <summary>Cycles of the same literals go on together; with a variable among the values each goes alone.</summary>
    private static string Key(TemplateParser parser, List<Expression> values, int start, in Markup tag)
    {
        if (!values.TrueForAll(static value => value is LiteralExpression)) return parser.Intern($"{parser.Source.Name}@{start}");
        var key = string.Join(',', values.Select(static value =>
        {
            var literal = ((LiteralExpression)value).Value;
            return literal.IsText ? $"\"{literal.String}\"" : TextOf.Text(literal);
        }));

        // A key is looked up at each visit, so a long one is made short.
        return parser.Intern(key.Length <= LongestKey ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
    }
}
