namespace SessionsWidgets.Liquid;

/// <summary><c>liquid</c>: tags without delimiters, one a line.</summary>
internal static class LiquidTag
{
    public static Node? Parse(TemplateParser parser, in Markup tag)
    {
        parser.Lines(tag);
        return null;
    }
}
