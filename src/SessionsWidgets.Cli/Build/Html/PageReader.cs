namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds the tags of widgets in a page. Thread-safe.</summary>
internal static class PageReader
{
    /// <summary>Finds the tags, except in comments, scripts and templates.</summary>
    public static PageTags Read(ReadOnlySpan<byte> page, WidgetTagNames names)
    {
        if (!names.MayBeIn(page)) return PageTags.None;
        page = PhpCode.Blank(page);
        var finder = new WidgetTagFinder(names);
        if (!FastTagParser.TryRead(page, finder))
        {
            finder = new WidgetTagFinder(names);
            DomTagParser.Read(page, finder);
        }

        return finder.Finish(page);
    }
}
