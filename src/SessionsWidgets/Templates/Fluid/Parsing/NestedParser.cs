using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Parses a tag, or a value, which has no name, looks at how deeply it nests, and finishes it by where it begins.</summary>
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
