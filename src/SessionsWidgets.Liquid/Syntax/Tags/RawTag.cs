namespace SessionsWidgets.Liquid;

/// <summary><c>raw … endraw</c>: text that is not read as Liquid.</summary>
internal static class RawTag
{
    public static Node? Parse(TemplateParser parser, in Markup tag)
    {
        if (parser.Content(tag).Trim().Length > 0) throw parser.Error("Tag 'raw' takes no arguments.", tag.Start);
        var end = parser.SkipTo("endraw", tag);
        if (end.ContentEnd > end.ContentStart) parser.AddVerbatim(end.ContentStart, end.ContentEnd);
        return null;
    }
}
