namespace SessionsWidgets.Liquid;

/// <summary><c>liquid</c>: tags without delimiters, one a line.</summary>
internal static class LiquidTag
{
    public static Node? Parse(TemplateParser parser, List<Node> nodes, in Markup tag)
    {
        parser.Lines(nodes, tag);
        return null;
    }
}
