namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds tags without a tree, faster than <see cref="DomTagParser"/>, where every start tag becomes an element.</summary>
internal static class FastTagParser
{
    /// <returns>Whether the page is plain. If not, the finder is in an undefined state.</returns>
    public static bool TryRead(ReadOnlySpan<byte> page, WidgetTagFinder finder)
    {
        if (page.Contains((byte)0)) return false;
        var scanner = new TagScanner(page);
        while (scanner.MoveNext())
        {
            var tag = scanner.Current;
            if (tag.Is(ElementTraits.NeedsTree)) return false;
            if (tag.IsEndTag) finder.End(tag, page);
            else finder.Start(tag, page, mayBeWidget: true, isEmpty: false);
        }

        return true;
    }
}
