namespace SessionsWidgets.Cli.Build.Html;

/// <summary>
/// Finds the tags of a plain page without making a tree, many times as fast as <see cref="FullParser"/> does. It holds where every
/// start tag becomes an element whatever is around it; a page with anything else is left to the full parser.
/// </summary>
internal static class PlainParser
{
    private static readonly NameSet NotPlain = new("frameset math plaintext select svg template");

    /// <returns>Whether the page is plain. If not, the finder has seen part of it and is of no use any more.</returns>
    public static bool TryRead(ReadOnlySpan<byte> page, WidgetTagFinder finder)
    {
        if (page.Contains((byte)0)) return false;
        var scanner = new TagScanner(page);
        while (scanner.MoveNext())
        {
            var tag = scanner.Current;
            if (NotPlain.Contains(tag.Name)) return false;
            if (tag.IsEndTag) finder.End(tag, page);
            else finder.Start(tag, mayBeWidget: true, isEmpty: false);
        }

        return true;
    }
}
