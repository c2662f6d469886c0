using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Parses a tag or a value, and looks at how deeply it nests.</summary>
/// <param name="inner">Its parser.</param>
/// <param name="tag">The name of the tag; null for a value.</param>
/// <param name="finish">Makes of what was parsed, and where it begins, what the template holds.</param>
internal sealed class NestedParser<T>(Parser<T> inner, string? tag, Func<ParsedTemplate, T, int, T> finish) : Parser<T>
{
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var template = (ParsedTemplate)context;
        var position = context.Scanner.Cursor.Position;
        var start = tag is null ? position.Offset : template.StartOf(position.Offset - tag.Length);
        var outer = template.OpenTag;
        if (tag is not null) template.OpenTag = (tag, start);
        template.Nest(start);
        var success = inner.Parse(context, ref result);
        template.Leave();
        template.OpenTag = outer;
        if (success) result.Set(result.Start, result.End, finish(template, result.Value, start));
        else context.Scanner.Cursor.ResetPosition(position);
        return success;
    }
}
