using Fluid.Ast;
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
        else if (result.Value is MemberExpression { Segments: var path } && path.Any(static segment => segment is IndexerSegment))
            result.Set(result.Start, result.End, new MemberExpression([.. path.Select(Charged)]));
        return success;
    }

    private static MemberSegment Charged(MemberSegment segment) =>
        segment is IndexerSegment index ? new IndexerSegment(ChargedExpression.Of(index.Expression)) : segment;
}

/// <summary>Parses a value with its filters, notes where it stands, and checks the filters.</summary>
internal sealed class FilteredParser(Parser<Expression> inner, FilterTable filters) : Parser<Expression>
{
    public override bool Parse(ParseContext context, ref ParseResult<Expression> result)
    {
        var template = (TemplateParseContext)context;
        var start = context.Scanner.Cursor.Offset;
        if (!inner.Parse(context, ref result)) return false;
        template.Note(result.Value, start);
        Check(template, result.Value, start, context.Scanner.Cursor.Offset);
        return true;
    }

    private void Check(TemplateParseContext template, Expression expression, int start, int end)
    {
        var chain = new List<FilterExpression>();
        for (; expression is FilterExpression filter; expression = filter.Input) chain.Add(filter);
        ChainLength.Check(expression, chain.Count, template.Limits, message => template.Limit(message, start));
        var at = start;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            at = NextFilter(template.Source.Text, at, end);
            filters.Check(chain[i], template, at);
        }
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
