using System.Text.RegularExpressions;
using Fluid.Ast;
using Parlot;
using Parlot.Fluent;

namespace SessionsWidgets;

/// <summary>Skips a comment with those that are within it; what stands between <c>raw</c> and <c>endraw</c> does not end it.</summary>
internal sealed partial class CommentParser(Parser<string> end) : Parser<Statement>
{
    public override bool Parse(ParseContext context, ref ParseResult<Statement> result)
    {
        var template = (TemplateParseContext)context;
        var cursor = context.Scanner.Cursor;
        var start = cursor.Offset;
        var depth = 1;
        var isRaw = false;
        var tags = template.InsideLiquidTag ? Lines() : Tags();
        for (var tag = tags.Match(template.Source.Text, start); tag.Success && depth > 0; tag = tag.NextMatch())
        {
            var name = tag.Groups["name"].Value;
            if (name.Length == 0) break;
            if (name is "raw" or "endraw") isRaw = name == "raw";
            else if (!isRaw) depth += name == "comment" ? 1 : -1;
            if (depth == 0) cursor.Advance(tag.Index - start);
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

    [GeneratedRegex(@"\{%-?\s*(?<name>comment|endcomment|raw|endraw)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tags();

    /// <summary>Within <c>liquid</c>, a tag is a line; the end of <c>liquid</c> ends the search.</summary>
    [GeneratedRegex(
        @"^[ \t]*(?<name>comment|endcomment|raw|endraw)\b|%\}",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Lines();
}
