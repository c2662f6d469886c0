using System.Buffers;
using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Skips a comment with those that are within it; what stands between <c>raw</c> and <c>endraw</c> does not end it.</summary>
internal sealed class CommentParser(Parser<string> end) : Parser<Statement>
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    public override bool Parse(ParseContext context, ref ParseResult<Statement> result)
    {
        var template = (TemplateParseContext)context;
        var cursor = context.Scanner.Cursor;
        var start = cursor.Offset;
        var depth = 1;
        var isRaw = false;
        for (var at = Next(template, start); at >= 0 && depth > 0; at = Next(template, at + 1))
        {
            var name = NameAt(template.Source.Text, at);
            if (name is "raw" or "endraw") isRaw = name is "raw";
            else if (!isRaw && name is "comment" or "endcomment") depth += name is "comment" ? 1 : -1;
            if (depth == 0) cursor.Advance(at - start);
        }

        var closed = default(ParseResult<string>);
        if (depth > 0 || !end.Parse(context, ref closed))
        {
            const string Message = "Tag 'comment' is not closed: 'endcomment' is missing.";
            throw template.Error(TemplateErrorKind.Syntax, Message, template.OpenTag?.Offset ?? start);
        }

        result.Set(start, cursor.Offset, new CommentStatement(new TextSpan(template.Source.Text, start, 0)));
        return true;
    }

    /// <summary>Where the next tag begins; within <c>liquid</c>, the next line, up to the end of <c>liquid</c>.</summary>
    private static int Next(TemplateParseContext template, int from)
    {
        var rest = template.Source.Text.AsSpan(Math.Min(from, template.Source.Text.Length));
        var found = template.InsideLiquidTag ? rest.IndexOf('\n') : rest.IndexOf("{%");
        var end = template.InsideLiquidTag ? rest.IndexOf("%}") : -1;
        return found < 0 || (end >= 0 && end < found) ? -1 : from + found;
    }

    /// <summary>The name of the tag that begins at an offset, its braces or line end before it.</summary>
    private static ReadOnlySpan<char> NameAt(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart("{%-").TrimStart();
        var length = rest.IndexOfAnyExcept(Letters);
        return length < 0 ? rest : rest[..length];
    }
}
