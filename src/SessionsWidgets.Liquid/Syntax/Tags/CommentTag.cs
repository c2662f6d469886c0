namespace SessionsWidgets.Liquid;

/// <summary><c>comment … endcomment</c>, <c>doc … enddoc</c> and <c># …</c>: what is not rendered.</summary>
internal static class CommentTag
{
    public static Node? Parse(TemplateParser parser, in Markup tag)
    {
        parser.SkipComment(tag);
        return null;
    }

    public static Node? ParseDoc(TemplateParser parser, in Markup tag)
    {
        if (parser.Content(tag).Trim().Length > 0) throw parser.Error("Tag 'doc' takes no arguments.", tag.Start);
        var body = parser.SkipTo("enddoc", tag);
        if (parser.FindTag("doc", body.ContentStart, body.ContentEnd, out var nested))
            throw parser.Error("Tag 'doc' cannot stand within another.", nested.Start);
        if (body.ContentEnd > body.ContentStart) parser.AddVerbatim(body.Start, body.Start);
        return null;
    }

    /// <summary>Every line of an inline comment begins with its own <c>#</c>.</summary>
    public static Node? ParseInline(TemplateParser parser, in Markup tag)
    {
        // White space after the first '#' is not part of the comment, line ends included.
        var content = parser.Content(tag).TrimStart(Characters.WhiteSpaceText);
        for (var line = content.IndexOf('\n'); line >= 0; line = content.IndexOf('\n'))
        {
            content = content[(line + 1)..];
            var start = content.IndexOfAnyExcept(Characters.WhiteSpace);
            if (start >= 0 && content[start] != '#')
                throw parser.Error("Each line of a comment tag begins with '#'.", tag.ContentEnd - content.Length + start);
        }

        return null;
    }
}
