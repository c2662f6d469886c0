namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds the widgets' tags in a page. Thread-safe.</summary>
internal static class PageReader
{
    /// <summary>The tags and their exact places. Those in comments, scripts, templates and the like are none.</summary>
    public static PageTags Read(ReadOnlySpan<byte> page, WidgetTagNames names)
    {
        if (!names.MayBeIn(page)) return PageTags.None;
        var finder = new WidgetTagFinder(names);
        if (!PlainParser.TryRead(page, finder))
        {
            finder = new WidgetTagFinder(names);
            FullParser.Read(page, finder);
        }

        return finder.Finish();
    }
}
