using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Parses a value, bounds its ranges and indexes and looks at how deeply brackets nest.</summary>
internal sealed class PrimaryParser(Parser<Expression> inner, Parser<Expression> range) : Parser<Expression>
{
    public override bool Parse(ParseContext context, ref ParseResult<Expression> result)
    {
        var template = (TemplateParseContext)context;
        var start = context.Scanner.Cursor.Position;
        template.Nest(start.Offset);
        context.SkipWhiteSpace();
        var success = (context.Scanner.Cursor.Current == '(' ? range : inner).Parse(context, ref result);
        template.Leave();
        if (!success) context.Scanner.Cursor.ResetPosition(start);
        else if (result.Value is MemberExpression path) result.Set(result.Start, result.End, new MemberExpression([.. path.Segments.Select(Segment)]));
        return success;
    }

    /// <summary>Names that are the same object are found without comparing their characters; indexes are charged for.</summary>
    private static MemberSegment Segment(MemberSegment segment) => segment switch
    {
        IdentifierSegment name => new IdentifierSegment(string.Intern(name.Identifier)),
        IndexerSegment index => new IndexerSegment(ChargedExpression.Of(index.Expression)),
        _ => segment,
    };
}

/// <summary>Parses a value with its filters, notes where it stands, and finds the filters.</summary>
internal sealed class FilteredParser(Parser<Expression> inner, FilterTable filters) : Parser<Expression>
{
    public override bool Parse(ParseContext context, ref ParseResult<Expression> result)
    {
        var template = (TemplateParseContext)context;
        var start = context.Scanner.Cursor.Offset;
        if (!inner.Parse(context, ref result)) return false;
        result.Set(result.Start, result.End, Resolve(template, result.Value, start, context.Scanner.Cursor.Offset));
        template.Note(result.Value, start);
        return true;
    }

    private Expression Resolve(TemplateParseContext template, Expression expression, int start, int end)
    {
        var chain = new List<FilterExpression>();
        for (; expression is FilterExpression filter; expression = filter.Input) chain.Add(filter);
        ChainLength.Check(expression, chain.Count, template.Limits, message => template.Limit(message, start));
        var at = start;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            at = NextFilter(template.Source.Text, at, end);
            var (name, arguments) = (chain[i].Name, chain[i].Parameters);
            expression = new FilterCall(expression, name, filters.Find(chain[i], template, at), arguments, new TemplatePlace(template.Source, at));
        }

        return expression;
    }

    /// <summary>Where the name of the next filter stands: after the next bar that is not in quotes.</summary>
    private static int NextFilter(string text, int at, int end)
    {
        var quote = '\0';
        for (; at < end; at++)
        {
            var c = text[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '|') break;
        }

        do at++;
        while (at < end && char.IsWhiteSpace(text[at]));
        return Math.Min(at, end);
    }
}
